import { headingOf } from '#knowledge/note-heading.ts';
import type { NoteContent } from '../contract/note-contract.ts';

export type NoteParts = Pick<NoteContent, 'intro' | 'stepsTitle' | 'steps' | 'outro'> & {
  readonly symptoms: string[];
};

const fence = /^ {0,3}(?:```|~~~)/;
const ordered = /^ {0,3}\d{1,9}[.)]\s+(.*)$/;
const bullet = /^ {0,3}[-*+]\s+(.*)$/;
const stepHeading =
  /^(?:gör så här|så (?:här )?gör du|prova|lösning|åtgärd|steg|instruktion|how to|steps?|solution|try)/iu;
const symptomHeading = /^(?:symptom|symtom|problem|vanliga frågor|frågor|symptoms?|questions?)(?!\p{L})/iu;

type Block = { readonly from: number; readonly to: number; readonly items: string[] };

/**
 * A note's text taken apart: its first ordered list, or a bullet list under a heading such as "Gör så här", is the
 * guided fix; a bullet list under "Symptom" is what people say. Nothing is lost: the rest is before or after.
 */
export function partsOf(body: string, stepsTitle: string): NoteParts {
  const { lines, symptoms } = takeSymptoms(body.replace(/\r\n?/g, '\n').split('\n'));
  const list = firstList(lines, ordered, () => true) ?? firstList(lines, bullet, isUnder(stepHeading));
  if (list === null || list.items.length < 2) {
    return { intro: join(lines), stepsTitle: null, steps: [], outro: '', symptoms };
  }
  const own = headingJustBefore(lines, list.from);
  return {
    intro: join(lines.slice(0, own ?? list.from)),
    stepsTitle: own === null ? stepsTitle : titleAt(lines, own),
    steps: list.items,
    outro: join(lines.slice(list.to)),
    symptoms,
  };
}

function takeSymptoms(lines: readonly string[]): { lines: readonly string[]; symptoms: string[] } {
  const list = firstList(lines, bullet, isUnder(symptomHeading));
  if (list === null || list.items.some((item) => item.length > 200)) return { lines, symptoms: [] };
  const start = headingJustBefore(lines, list.from) ?? list.from;
  return { lines: [...lines.slice(0, start), ...lines.slice(list.to)], symptoms: list.items };
}

function isUnder(title: RegExp): (lines: readonly string[], at: number) => boolean {
  return (lines, at) => {
    const own = headingJustBefore(lines, at);
    return own !== null && title.test(titleAt(lines, own));
  };
}

function firstList(
  lines: readonly string[],
  item: RegExp,
  isWanted: (lines: readonly string[], at: number) => boolean,
): Block | null {
  let inFence = false;
  for (const [at, line] of lines.entries()) {
    if (fence.test(line)) inFence = !inFence;
    const begins = !inFence && item.test(line) && !(at > 0 && item.test(lines[at - 1] ?? ''));
    if (begins && isWanted(lines, at)) return readList(lines, at, item);
  }
  return null;
}

/** An item goes on over indented lines and the line after it; a blank line ends the list unless it goes on. */
function readList(lines: readonly string[], from: number, item: RegExp): Block {
  const items: string[][] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const begun = item.exec(line);
    if (begun) items.push([begun[1] ?? '']);
    else if (line.trim() === '') {
      const next = lines.slice(at).find((later) => later.trim() !== '');
      if (next === undefined || !(item.test(next) || /^\s{2,}\S/.test(next))) break;
    } else if (headingOf(line) !== null || fence.test(line)) break;
    else items.at(-1)?.push(line.trim());
  }
  return { from, to: at, items: items.map((parts) => parts.join('\n').trim()).filter((text) => text !== '') };
}

/** The line of a heading with nothing but blank lines between it and the list. */
function headingJustBefore(lines: readonly string[], at: number): number | null {
  let before = at - 1;
  while (before >= 0 && lines[before]?.trim() === '') before -= 1;
  return headingOf(lines[before] ?? '') !== null ? before : null;
}

function titleAt(lines: readonly string[], at: number): string {
  return (headingOf(lines[at] ?? '')?.title ?? '').replaceAll(/[*_`]/g, '').trim().slice(0, 200);
}

function join(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
