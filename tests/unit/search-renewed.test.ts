import { describe, expect, test } from 'vitest';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';

const timezone = 'Europe/Stockholm';
const things = ['skrivaren', 'projektorn', 'surfplattan', 'nätverket', 'telefonen', 'kalendern', 'datorn'];
const faults = ['startar inte', 'är långsam', 'blinkar rött', 'tappar kontakten', 'piper', 'är låst'];

/** A desk large enough that only what changed is read in anew. */
const notes: readonly Note[] = Array.from({ length: 2_400 }, (_unused, n) =>
  buildNote({
    id: `_shared/note-${n}`,
    title: `${things[n % things.length]} ${faults[n % faults.length]} rum ${n}`,
    symptoms: [`märke ${n} ${things[(n * 3) % things.length]}`],
    body: `Börja om. Prova sedan knapp ${n}.`,
  }),
);
const before = createNoteSearch(notes, { timezone });
const idsOf = (search: typeof before, text: string) =>
  search
    .search({
      text,
      site: null,
      audience: 'staff',
      at: new Date('2026-11-23T09:00:00Z'),
      limit: 5,
    })
    .map(({ note }) => note.id);

describe('a large desk after a few changes', () => {
  const rest = notes.filter(({ id }) => id !== '_shared/note-7' && id !== '_shared/note-8');
  const changed = buildNote({ id: '_shared/note-8', title: 'Gurkmejan fastnar i valsen' });
  const added = buildNote({ id: '_shared/ny', title: 'Rullgardinen i aulan hakar upp sig' });
  const after = createNoteSearch([...rest, changed, added], { timezone, before });

  test('finds what was added and what was changed by its new words', () => {
    expect(idsOf(after, 'rullgardinen hakar upp sig')[0]).toBe('_shared/ny');
    expect(idsOf(after, 'gurkmejan har fastnat')[0]).toBe('_shared/note-8');
  });

  test('never finds what was taken away, nor a changed note by its old words', () => {
    expect(idsOf(before, 'märke 7')).toContain('_shared/note-7');
    expect(idsOf(after, 'märke 7')).not.toContain('_shared/note-7');
    expect(idsOf(before, 'märke 8')).toContain('_shared/note-8');
    expect(idsOf(after, 'märke 8')).not.toContain('_shared/note-8');
  });

  test('leaves the search before it as it was', () => {
    expect(idsOf(before, 'rullgardinen hakar upp sig')).not.toContain('_shared/ny');
  });

  test('finds the rest as a search made anew does', () => {
    const anew = createNoteSearch([...rest, changed, added], { timezone });
    for (const text of ['märke 1200', 'surfplattan piper rum 1010', 'knapp 33']) {
      expect(idsOf(after, text)[0]).toBe(idsOf(anew, text)[0]);
    }
  });

  test('goes on after a second change, and after the change is taken back', () => {
    const third = createNoteSearch([...rest, added], { timezone, before: after });
    expect(idsOf(third, 'gurkmejan har fastnat')).not.toContain('_shared/note-8');
    expect(idsOf(third, 'rullgardinen hakar upp sig')[0]).toBe('_shared/ny');
    const back = createNoteSearch(notes, { timezone, before: third });
    expect(idsOf(back, 'märke 8')).toContain('_shared/note-8');
    expect(idsOf(back, 'rullgardinen hakar upp sig')).not.toContain('_shared/ny');
  });
});
