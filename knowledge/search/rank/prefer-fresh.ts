import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import type { FoundNote } from '../note-search.ts';

/** Share of title words that two notes about the same thing have in common; more is asked of an old note still in its time. */
const sameThing = { stale: 0.5, timely: 0.75 };
/** The fresher note must be an answer by itself to take the place of the old one. */
const nearlyAsGood = 0.6;
/** A stale note gives way to a fresh one that is as good. */
const stalePenalty = 0.95;

/**
 * Two notes on one site that speak of the same thing: the later verified wins, since the other tells how it was.
 * The old one stays in the list, behind.
 */
export function preferFresh<Found extends FoundNote>(found: readonly Found[], analyser: Analyser): Found[] {
  const ranked = found
    .map((each) => (each.stale ? { ...each, score: each.score * stalePenalty } : each))
    .sort((a, b) => b.score - a.score);
  for (let place = 0; place < ranked.length; place += 1) {
    const old = ranked[place];
    const newer = old && ranked.findIndex((other, index) => index > place && outdates(other, old, analyser));
    if (old === undefined || newer === undefined || newer < 0) continue;
    const [fresh] = ranked.splice(newer, 1);
    if (fresh) ranked.splice(place, 0, { ...fresh, score: old.score });
  }
  return ranked;
}

function outdates(newer: FoundNote, old: FoundNote, analyser: Analyser): boolean {
  if (newer.score < old.score * nearlyAsGood || newer.stale) return false;
  if ((newer.note.lastVerified ?? '') <= (old.note.lastVerified ?? '')) return false;
  const asked = old.stale ? sameThing.stale : sameThing.timely;
  return isSamePlace(newer.note, old.note) && likeness(newer.note, old.note, analyser) >= asked;
}

function isSamePlace(a: Note, b: Note): boolean {
  return a.category === b.category && folderOf(a) === folderOf(b);
}

function folderOf(note: Note): string {
  return note.id.slice(0, note.id.indexOf('/'));
}

function likeness(a: Note, b: Note, analyser: Analyser): number {
  const one = thingOf(a, analyser);
  const other = thingOf(b, analyser);
  return one.intersection(other).size / Math.max(1, Math.min(one.size, other.size));
}

function thingOf(note: Note, analyser: Analyser): Set<string> {
  const tokens = words(note.title).filter((token) => !analyser.isEmptyWord(token));
  return new Set(tokens.map((token) => analyser.word(token, 'sv').stem));
}
