import type { MetWord } from '#knowledge/search/rank/explain.ts';
import type { Answered, AskedNote } from './ask-meaning.ts';
import { askWords } from './ask-words.ts';

/** For a person at a terminal: one block a note, best first. `titles` by note id. */
export function renderExplanation(
  { asked, notes }: Answered,
  titles: ReadonlyMap<string, string>,
  why: boolean,
): string {
  if (notes.length === 0) return askWords.nothing;
  const lines = notes.flatMap((note, index) => [
    `${String(index + 1).padStart(2)}. ${note.score.toFixed(2)}  ${note.id}  ${titles.get(note.id) ?? ''}`,
    ...(why ? reasons(note) : []),
  ]);
  return (why ? [...askedLines(asked), ...lines] : lines).join('\n');
}

function askedLines(asked: Answered['asked']): string[] {
  const rows = asked.map(({ word, telling, terms }) => {
    const faint = telling < 1 ? `  (${askWords.saysLittle})` : '';
    return `  ${word.padEnd(22)} ${terms.join(', ')}${faint}`;
  });
  return [`${askWords.askedFor}:`, ...rows, ''];
}

function reasons(note: AskedNote): string[] {
  const marks = [
    askWords.near[note.nearness],
    ...(note.currentOutage ? [askWords.outage] : []),
    ...(note.stale ? [askWords.stale] : []),
  ];
  const shares = [
    `coverage ${percent(note.coverage)}`,
    `letters ${percent(note.letterCoverage)}`,
    `symptom ${percent(note.matchedSymptom)}`,
    ...(note.aboutness === null ? [] : [`about it ${percent(note.aboutness)}`]),
    ...(note.meaning === undefined ? [] : [`meaning ${percent(note.meaning)}`]),
    `bm25 ${note.words.toFixed(1)} + ${note.letters.toFixed(1)}`,
  ];
  return [`      ${marks.join(', ')} · ${shares.join(' · ')}`, ...note.met.map(metLine), ''];
}

function metLine({ word, by, terms, fields }: MetWord): string {
  return `      ${word.padEnd(22)} ${askWords.by[by]}: ${terms.join(' + ')}  (${fields.join(', ')})`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
