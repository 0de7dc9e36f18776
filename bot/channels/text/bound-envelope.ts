import { messages } from '#bot/i18n/messages.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { clip } from './clip.ts';

/** In UTF-16 units. What is not named is a name, a title or an id. */
const longest: Readonly<Record<string, number>> = {
  introduction: 6000,
  text: 4000,
  symptom: 4000,
  step: 3000,
  resolution: 2000,
  passage: 1000,
  classificationReason: 800,
  warning: 800,
  value: 500,
  visitNotes: 500,
};
const longestName = 200;
/** Items of lists: the steps of a note, the titles of problems. */
const longestItem = 1000;

/**
 * The same reply with every text cut to a length that can be drawn, and without control characters or marks that
 * turn the reading direction. What comes after may then look at every text as often as it likes.
 */
export function boundEnvelope(envelope: Envelope): Envelope {
  if (isBounded(envelope, '')) return envelope;
  const mark = messages(envelope.language).talk.shortened;
  return JSON.parse(JSON.stringify(envelope), (key, value: unknown) =>
    typeof value === 'string' ? clip(withoutControls(value), longestFor(key), mark) : value,
  );
}

/** Nearly always: looking is a tenth of copying. */
function isBounded(value: unknown, key: string): boolean {
  if (typeof value === 'string') return value.length <= longestFor(key) && !unwanted.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => isBounded(part, name));
}

const unwanted = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/u;

function longestFor(key: string): number {
  return longest[key] ?? (/^\d+$/.test(key) ? longestItem : longestName);
}

function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}
