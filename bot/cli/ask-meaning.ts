import type { Desk } from '#bot/desk/desk.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import type { ExplainingSearch } from '#knowledge/search/create-note-search.ts';
import type { FoundNote, NoteQuery } from '#knowledge/search/note-search.ts';
import type { ExplainedNote, Explanation } from '#knowledge/search/rank/explain.ts';

/** `meaning`: 0–1, how near in meaning, against the other notes. Absent: not compared, or not near. */
export type AskedNote = ExplainedNote & { readonly meaning?: number };
export type Answered = Pick<Explanation, 'asked'> & { readonly notes: readonly AskedNote[] };

/** So many are explained, so that one that its meaning lifted keeps its reasons. */
const explained = 50;

/** What the search finds and why, in the order that words and meaning together give. */
export async function explainWithMeaning(
  query: NoteQuery,
  { desk, search }: { readonly desk: Desk; readonly search: ExplainingSearch },
  meaning: Meaning | null,
): Promise<Answered> {
  if (meaning === null) return search.explain(query);
  await meaning.prepare(query.text);
  const { notes } = meaning.around({ desk, notes: search }, query.text);
  const { asked, notes: byWords } = search.explain({ ...query, limit: explained });
  const reasons = new Map(byWords.map((note) => [note.id, note]));
  return {
    asked,
    notes: notes.search(query).map((found) => {
      const { score, meaning: near } = found;
      const why = reasons.get(found.note.id) ?? byMeaningAlone(found);
      return { ...why, score, ...(near === undefined ? {} : { meaning: near }) };
    }),
  };
}

function byMeaningAlone({ note, score, stale, currentOutage }: FoundNote): ExplainedNote {
  const forAll = note.siteKinds.length > 0 ? 'kind' : 'everyone';
  const nearness = note.sites.length > 0 ? 'site' : forAll;
  const nothing = {
    words: 0,
    letters: 0,
    coverage: 0,
    letterCoverage: 0,
    matchedSymptom: 0,
    met: [],
    aboutness: null,
  };
  return { id: note.id, score, nearness, stale, currentOutage, ...nothing };
}
