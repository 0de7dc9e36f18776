import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeptIndex } from '#adapters/storage/kept-index/keep-index.ts';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch, storableIndexOf } from '#knowledge/search/create-note-search.ts';
import { usualWeights } from '#knowledge/search/search-weights.ts';
import { noteMark } from '#knowledge/search/stored/note-mark.ts';
import { buildNote } from '../support/build-note.ts';

const timezone = 'Europe/Stockholm';
const things = [
  'skrivaren',
  'projektorn',
  'surfplattan',
  'nätverksskrivaren',
  'telefonen',
  'kalendern',
  'datorn',
];
const faults = ['startar inte', 'är långsam', 'blinkar rött', 'tappar kontakten', 'piper', 'är låst'];
const notes: readonly Note[] = Array.from({ length: 2_000 }, (_unused, n) =>
  buildNote({
    id: n % 4 === 0 ? `solrosen/note-${n}` : `_shared/note-${n}`,
    sites: n % 4 === 0 ? ['solrosen'] : [],
    title: `${things[n % things.length]} ${faults[n % faults.length]} rum ${n}`,
    symptoms: [`märke ${n} ${things[(n * 3) % things.length]}`],
    body: n % 50 === 0 ? `The printer in room ${n} is jammed.` : `Börja om. Prova sedan knapp ${n}.`,
    audience: n % 9 === 0 ? 'technician' : 'staff',
  }),
);
const questions = [
  'skrivaren i rum 17 blinkar',
  'märke 7',
  'projektron är långsm',
  'nätverkskrivare tappar kontakt',
  'the printer is jammed',
  'surf plattan piper',
];
const site = { id: 'solrosen', kind: 'preschool' as const };
const at = new Date('2026-11-23T09:00:00Z');
const ask = (search: ReturnType<typeof createNoteSearch>, text: string) =>
  search
    .search({ text, site, audience: 'staff', at, limit: 5 })
    .map(({ note, score }) => `${note.id} ${score.toFixed(6)}`);
const idsOf = (search: ReturnType<typeof createNoteSearch>, text: string) =>
  ask(search, text).map((line) => line.split(' ')[0]);

const made = createNoteSearch(notes, { timezone });
const stored = inOneRun(storableIndexOf(made)?.bytes() ?? []);

function inOneRun(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

describe('the index of a large desk that was stored', () => {
  const again = createNoteSearch(structuredClone([...notes]), { timezone, stored });

  test('answers every question as the one before it did, score by score', () => {
    expect(questions.map((text) => ask(again, text))).toEqual(questions.map((text) => ask(made, text)));
  });

  test('is used, and so not stored again', () => {
    expect(storableIndexOf(again)?.isStored).toBe(true);
    expect(storableIndexOf(made)?.isStored).toBe(false);
  });

  test('may be stored once more, with the words that were met since', () => {
    const twice = inOneRun(storableIndexOf(again)?.bytes() ?? []);
    const third = createNoteSearch(notes, { timezone, stored: twice });
    expect(storableIndexOf(third)?.isStored).toBe(true);
    expect(questions.map((text) => ask(third, text))).toEqual(questions.map((text) => ask(made, text)));
  });

  test('finds a note that is new, and one that was changed by its new words alone', () => {
    const changed = buildNote({ id: '_shared/note-7', title: 'Gurkmejan fastnar i valsen' });
    const added = buildNote({ id: '_shared/ny', title: 'Rullgardinen i aulan hakar upp sig' });
    const now = [...notes.filter(({ id }) => id !== changed.id && id !== '_shared/note-9'), changed, added];
    const search = createNoteSearch(now, { timezone, stored });
    expect(storableIndexOf(search)?.isStored).toBe(true);
    expect(idsOf(search, 'rullgardinen hakar upp sig')[0]).toBe('_shared/ny');
    expect(idsOf(search, 'gurkmejan har fastnat')[0]).toBe('_shared/note-7');
    expect(idsOf(search, 'märke 7')).not.toContain('_shared/note-7');
    expect(idsOf(search, 'märke 9')).not.toContain('_shared/note-9');
  });

  test('never shows staff what became for technicians alone, nor what is a draft now', () => {
    const hidden = notes.map((note) => {
      if (note.id === '_shared/note-7') return { ...note, audience: 'technician' as const };
      return note.id === '_shared/note-10' ? { ...note, status: 'draft' as const } : note;
    });
    const search = createNoteSearch(hidden, { timezone, stored });
    expect(idsOf(made, 'märke 7')).toContain('_shared/note-7');
    expect(idsOf(search, 'märke 7')).not.toContain('_shared/note-7');
    expect(idsOf(made, 'märke 10')).toContain('_shared/note-10');
    expect(idsOf(search, 'märke 10')).not.toContain('_shared/note-10');
  });

  test('gives way when too much has changed, the weights are others, or it is not whole', () => {
    const others = notes.map((note, n) => (n % 10 === 1 ? { ...note, title: `Ny ${n}` } : note));
    expect(storableIndexOf(createNoteSearch(others, { timezone, stored }))?.isStored).toBe(false);
    const weights = { ...usualWeights, part: 0.4 };
    expect(storableIndexOf(createNoteSearch(notes, { timezone, stored, weights }))?.isStored).toBe(false);
    for (const length of [7, stored.length - 9]) {
      const search = createNoteSearch(notes, { timezone, stored: stored.slice(0, length) });
      expect(storableIndexOf(search)?.isStored).toBe(false);
    }
  });

  test('goes on from it when something changes while it serves', () => {
    const added = buildNote({ id: '_shared/ny', title: 'Rullgardinen i aulan hakar upp sig' });
    const after = createNoteSearch([...again.all(), added], { timezone, before: again });
    expect(idsOf(after, 'rullgardinen hakar upp sig')[0]).toBe('_shared/ny');
    expect(storableIndexOf(after)?.isStored).toBe(true);
  });
});

test('a small desk has nothing to store', () => {
  expect(storableIndexOf(createNoteSearch(notes.slice(0, 100), { timezone }))).toBeNull();
});

test('a note’s mark changes with each part that the search reads, and not when the note is confirmed', () => {
  const note = buildNote({ symptoms: ['ab', 'c'], sites: ['solrosen'] });
  const same = noteMark({ ...note, lastVerified: '2026-11-01', owner: 'karin@example.se' });
  expect(same).toEqual(noteMark(note));
  const changes: Partial<Note>[] = [
    { title: 'x' },
    { body: 'x' },
    { symptoms: ['a', 'bc'] },
    { symptoms: ['ab'] },
    { asset: 'x' },
    { warning: 'x' },
    { audience: 'technician' },
    { status: 'archived' },
    { validTo: '2026-12-01' },
    { validFrom: '2026-12-01' },
    { sites: ['blåsippan'] },
    { siteKinds: ['school'] },
    { category: 'phone' },
  ];
  const marks = new Set(changes.map((change) => noteMark({ ...note, ...change }).join()));
  expect(marks.size).toBe(changes.length);
  expect(marks.has(noteMark(note).join())).toBe(false);
});

describe('the file in which it is kept', () => {
  const told: string[] = [];
  const log = {
    info: (_data: object, sentence: string) => void told.push(sentence),
    warn: (_data: object, sentence: string) => void told.push(sentence),
    error: () => undefined,
  };
  let folder = '';
  const open = (where = folder) => openKeptIndex(where, log, (run) => run());
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vaktis-kept-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('holds nothing at first, then what was made, readable by its owner alone', async () => {
    const first = await open();
    expect(first.take()).toBeNull();
    first.follow(made);
    first.follow(made);
    await first.settled();
    expect(told).toEqual(['The index of the notes is kept for the next start.']);
    const search = createNoteSearch(notes, { timezone, stored: (await open()).take() });
    expect(storableIndexOf(search)?.isStored).toBe(true);
    expect((await stat(join(folder, 'search-index'))).mode & 0o777).toBe(0o600);
  });

  test('is given once, and not written again by whoever was fed with it', async () => {
    const index = await open();
    const search = createNoteSearch(notes, { timezone, stored: index.take() });
    expect(index.take()).toBeNull();
    told.length = 0;
    index.follow(search);
    await index.settled();
    expect(told).toEqual([]);
  });

  test('is thrown away when it was cut off, changed by one bit, or written by another version', async () => {
    const path = join(folder, 'search-index');
    const whole = await readFile(path);
    await truncate(path, whole.length - 1);
    expect((await open()).take()).toBeNull();
    const flipped = Buffer.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    await writeFile(path, flipped);
    expect((await open()).take()).toBeNull();
    await writeFile(
      path,
      Buffer.from(whole.toString('latin1').replace(/index [0-9a-f]{8}/, 'index 00000000'), 'latin1'),
    );
    expect((await open()).take()).toBeNull();
  });

  test('cannot be written: one line says so, and nothing else happens', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const index = await open(join(file, 'folder'));
    told.length = 0;
    index.follow(made);
    await index.settled();
    expect(told).toEqual(['The index of the notes could not be kept; the next start takes longer.']);
  });
});
