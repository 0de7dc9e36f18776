import { expect, test } from 'vitest';
import { plainAnalyser } from '#knowledge/search/analyse/analyser.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { everyday } from '#knowledge/search/glossary/everyday.ts';
import { buildNote } from '../support/build-note.ts';

const work = buildNote({ id: '_shared/arbete', title: 'Arbeta hemifrån' });
const travel = buildNote({ id: '_shared/resor', title: 'Ersättning för resor' });
const illness = buildNote({ id: '_shared/sjuk', title: 'Anmäla sjukdom' });
const notes = [work, travel, illness];

function ask(text: string, desk = notes) {
  const search = createNoteSearch(desk, { timezone: 'Europe/Stockholm' });
  return search.search({ text, site: null, audience: 'staff', at: new Date(0), limit: 3 });
}

test.each([
  ['jobba i morgon', work.id],
  ['knega på annan ort', work.id],
  ['tripp till Umeå', travel.id],
  ['jag är krasslig', illness.id],
  ['what should I do when I am ill', illness.id],
])('"%s" finds the note that says it in another everyday word', (text, id) => {
  expect(ask(text)[0]?.note.id).toBe(id);
});

test('a note that holds the very word goes before one that means much the same', () => {
  const said = buildNote({ id: '_shared/jobb', title: 'Jobba hemifrån' });
  expect(ask('jobba hemifrån', [work, said])[0]?.note.id).toBe(said.id);
  expect(ask('arbeta hemifrån', [work, said])[0]?.note.id).toBe(work.id);
});

test('a word that only means much the same says nothing sure of what a note is about', () => {
  expect(ask('knega')[0]?.evidence?.aboutness).toBe(0);
  expect(ask('arbeta')[0]?.evidence?.aboutness).toBe(1);
});

test('likeness goes both ways and never leads back to the word itself', () => {
  const { alike, word } = plainAnalyser;
  for (const { sv } of everyday) {
    const [first = '', second] = words(sv).map((each) => word(each, 'sv').stem);
    expect(alike(first, 'sv').terms).not.toContain(first);
    if (second !== undefined && second !== first) expect(alike(second, 'sv').terms).toContain(first);
  }
});

test('every row has words of one word each, none twice', () => {
  for (const { sv, en } of everyday) {
    const listed = [sv, en].flatMap((column) => (column === '' ? [] : column.split(', ')));
    expect(listed.filter((each) => each.includes(' '))).toEqual([]);
    for (const column of [sv, en]) expect(new Set(column.split(', ')).size).toBe(column.split(', ').length);
  }
});
