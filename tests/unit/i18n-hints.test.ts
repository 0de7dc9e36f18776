import { describe, expect, it } from 'vitest';
import { wishOfDispatcher } from '#bot/conversation/dispatch-talk.ts';
import { findTalkIntents } from '#bot/conversation/intents.ts';
import { parseAbsence } from '#bot/desk/parse-absence.ts';
import { messages } from '#bot/i18n/messages.ts';
import { findCues } from '#bot/triage/find-cues.ts';
import { findIntent } from '#bot/triage/find-intent.ts';
import { hear } from '#bot/triage/hear.ts';
import { sentencesOf } from '../support/plainness.ts';

/** What the texts tell people to write or press, between quotation marks. */
function quotedIn(language: 'sv' | 'en'): string[] {
  const { answers, cases, talk, technician } = messages(language);
  const texts = sentencesOf({ answers, cases, talk, technician }).map(({ text }) => text);
  const quotes = language === 'sv' ? /”([^”]+)”/g : /"([^"]+)"/g;
  const found = texts.flatMap((text) => [...text.matchAll(quotes)].map(([, quoted = '']) => quoted));
  return [...new Set(found)].filter((quoted) => quoted !== 'Kim');
}

function isUnderstood(words: string): boolean {
  const heard = hear(words);
  const isQuestion = findIntent(heard) === 'who-is-technician';
  if (isQuestion || findCues(heard).wantsPerson || findTalkIntents(words).size > 0) return true;
  const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
  const isOfRota = parseAbsence(words, new Date('2026-11-23T09:15:00+01:00'), time) !== null;
  // "Driftinfo:" is followed by what happened.
  return (
    isOfRota || wishOfDispatcher(`${words} `) !== null || wishOfDispatcher(`${words} nätet är nere`) !== null
  );
}

describe('what people are told to write or press', () => {
  it.each(['sv', 'en'] as const)('is a button or is understood, in %s', (language) => {
    const buttons = sentencesOf(messages(language).buttons).map(({ text }) => text);
    const quoted = quotedIn(language);
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.filter((words) => !buttons.includes(words) && !isUnderstood(words))).toEqual([]);
  });
});
