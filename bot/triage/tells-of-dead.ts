import type { Note } from '#knowledge/note.ts';
import { toLine } from './text/fold.ts';
import { matches, patterns } from './text/patterns.ts';

const deadInNotes = patterns(`
död | dött | döda | livlös* | svart | svarta | slocknad* | slocknar | släckt | ström | strömlös* | igång
startar/tänds/vaknar/laddar/laddas inte/ej | går inte att starta/slå | urladdad* | oladdad* | tomt/tomma batteri/batterier
dead | black | blank | power | wont/doesnt/not start/starting/turn/turning/charge/charging
`);

const remembered = new WeakMap<Note, boolean>();

/** The note itself says what to do with its thing when that gives no sign of life, and is not only about the same thing. */
export function tellsOfDead(note: Note): boolean {
  const known =
    remembered.get(note) ?? matches(toLine([note.title, ...note.symptoms].join(' . ')), deadInNotes);
  remembered.set(note, known);
  return known;
}
