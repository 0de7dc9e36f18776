import type { Note } from '../note.ts';
import type { FoundNote, NoteQuery, NoteSearch } from './note-search.ts';

type Indexed = { readonly note: Note; readonly counts: ReadonlyMap<string, number>; readonly length: number };

/**
 * Feeds a search with every note of the desk. `timezone` (IANA) tells when a date that is written without an
 * hour begins.
 */
export function createNoteSearch(notes: readonly Note[], options: { timezone: string }): NoteSearch {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const indexed = notes.map(indexNote);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: options.timezone });
  return {
    get: (id) => byId.get(id) ?? null,
    search(query) {
      const date = today.format(query.at);
      const candidates = indexed.filter((entry) => isCandidate(entry.note, query, date));
      return rank(candidates, words(query.text), date).slice(0, query.limit);
    },
  };
}

function indexNote(note: Note): Indexed {
  const heard = [note.title, note.title, ...note.symptoms, ...note.symptoms, note.asset ?? '', note.body];
  const counts = new Map<string, number>();
  const all = words(heard.join(' '));
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { note, counts, length: all.length };
}

function words(text: string): string[] {
  return (
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function isCandidate(note: Note, query: NoteQuery, date: string): boolean {
  if (note.status !== 'published') return false;
  if (note.audience === 'technician' && query.audience !== 'technician') return false;
  if (!appliesHere(note, query.site)) return false;
  const now = query.at.toISOString();
  const begun = note.validFrom === null || isAtOrBefore(note.validFrom, date, now);
  return begun && (note.validTo === null || !isAtOrBefore(note.validTo, date, now));
}

function appliesHere(note: Note, site: NoteQuery['site']): boolean {
  if (note.sites.length > 0) return site !== null && note.sites.includes(site.id);
  if (note.siteKinds.length > 0) return site !== null && note.siteKinds.includes(site.kind);
  return true;
}

function isAtOrBefore(moment: string, date: string, now: string): boolean {
  return moment.length === 10 ? moment <= date : Date.parse(moment) <= Date.parse(now);
}

function rank(candidates: readonly Indexed[], asked: readonly string[], date: string): FoundNote[] {
  const terms = [...new Set(asked)];
  const mean = candidates.reduce((sum, entry) => sum + entry.length, 0) / Math.max(candidates.length, 1);
  const idf = new Map(terms.map((term) => [term, rarity(candidates, term)]));
  const best = [...idf.values()].reduce((sum, value) => sum + value * 2.2, 0);
  return candidates
    .map((entry) => ({ entry, score: bm25(entry, idf, mean) / best }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry: { note }, score }) => ({
      note,
      score,
      stale: note.reviewBy !== null && note.reviewBy < date,
      currentOutage: note.validFrom !== null || note.validTo !== null,
    }));
}

function rarity(candidates: readonly Indexed[], term: string): number {
  const holding = candidates.filter((entry) => entry.counts.has(term)).length;
  return Math.log(1 + (candidates.length - holding + 0.5) / (holding + 0.5));
}

function bm25(entry: Indexed, idf: ReadonlyMap<string, number>, mean: number): number {
  let sum = 0;
  for (const [term, weight] of idf) {
    const count = entry.counts.get(term) ?? 0;
    sum += (weight * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * entry.length) / mean));
  }
  return sum;
}
