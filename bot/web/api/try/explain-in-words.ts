import { tryWords } from '#bot/i18n/api-try.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import type { ExplainedNote, MetWord } from '#knowledge/search/rank/explain.ts';

/** As much of the likeness as is worth a sentence. */
const alike = 0.5;
const mostMet = 4;

/** Why a note came where it did, in sentences; the most telling first. `explained` null: only what the hit says. */
export function explainInWords(
  found: FoundNote,
  explained: ExplainedNote | null,
  language: ReplyLanguage,
): string[] {
  const words = tryWords(language);
  const { learned = 0, meaning = 0 } = found;
  return [
    ...(found.currentOutage ? [words.outage] : []),
    ...(explained === null ? [] : [words.near[explained.nearness]]),
    ...((found.evidence?.matchedSymptom ?? 0) >= alike ? [words.likeSymptom] : []),
    ...(explained === null ? [] : metInWords(explained.met, language)),
    ...(explained === null ? [] : [words.coverage(Math.round(explained.coverage * 100))]),
    ...(meaning > 0 ? [words.meaning] : []),
    ...(learned > 0 ? [words.learned] : []),
    ...(learned < 0 ? [words.unlearned] : []),
    ...(found.stale ? [words.stale] : []),
  ];
}

/** Words that were met in the same way and the same places share a sentence. */
function metInWords(met: readonly MetWord[], language: ReplyLanguage): string[] {
  const words = tryWords(language);
  const groups = Map.groupBy(met, ({ by, fields }) => `${by} ${[...fields].sort().join(' ')}`);
  return [...groups.values()].slice(0, mostMet).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const quoted = words.and(group.map(({ word }) => words.quote(word)));
    return [words.met[first.by](quoted, words.and(first.fields.map((field) => words.field[field])))];
  });
}
