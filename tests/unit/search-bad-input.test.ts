import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { processorTime } from '../support/processor-time.ts';

const printer = buildNote({ id: '_shared/skrivaren', title: 'Skrivaren', symptoms: ['skriver inte ut'] });
const many = Array.from({ length: 900 }, (_, index) =>
  buildNote({
    id: `_shared/note-${index}`,
    title: `Sak nummer ${index}`,
    body: `ord${index} ord${index % 7}`,
  }),
);
const search = createNoteSearch([printer, ...many], { timezone: 'Europe/Stockholm' });

function ask(text: string) {
  return search.search({ text, site: null, audience: 'staff', at: new Date(0), limit: 3 });
}

test.each([
  '',
  'x',
  'och det är som att vi inte har',
  '\u0000\u0007\u001b[31m',
  '%%% --- ;;;',
  '🙈'.repeat(500),
])('nothing to search for finds nothing: %j', (text) => {
  expect(ask(text)).toEqual([]);
});

test.each([
  "skrivaren'; drop table notes; --",
  'skrivaren & | ! <-> :* (skriver',
  'skrivaren (a+)+$ [[:alpha:]] .*?{1,99999}',
  'skrivaren \u0000\u0001\u200b\ufeff skriver\u202e ut',
  '__proto__ constructor skrivaren toString',
  'skrivaren \ud800 \udfff',
])('what looks like another language is words like any: %j', (text) => {
  expect(ask(text)[0]?.note.id).toBe(printer.id);
});

test.each([
  ['one endless word', 'a'.repeat(100_000)],
  ['one word over and over', 'skrivaren '.repeat(10_000)],
  ['ever new words', Array.from({ length: 15_000 }, (_, index) => `nyttord${index}`).join(' ')],
  ['nothing but marks', '((((('.repeat(20_000)],
  ['letters with many accents', `a${'\u0301'.repeat(100_000)}`],
  ['an endless compound', 'skrivarskrivar'.repeat(7_000)],
])('a hundred kilobytes take bounded time: %s', async (_name, text) => {
  expect(await processorTime(() => ask(text))).toBeLessThan(1_500);
});

test('whatever is asked, scores stay between 0 and 1 and fall down the list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const scores = ask(`${text} skrivaren`).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('on a shelf too large to compare every letter, a misspelt or longer word still finds its note', () => {
  expect(ask('skirvaren skrivr inte ut')[0]?.note.id).toBe(printer.id);
  expect(ask('jätteskrivarenheten')[0]?.note.id).toBe(printer.id);
});

test('technicians’ notes never crowd out what staff may read', () => {
  const hidden = Array.from({ length: 900 }, (_, index) =>
    buildNote({ ...printer, id: `_shared/tekniker-${index}`, audience: 'technician' }),
  );
  const crowded = createNoteSearch([...hidden, printer], { timezone: 'Europe/Stockholm' });
  const query = { text: 'skrivaren', site: null, audience: 'staff' as const, at: new Date(0), limit: 3 };
  expect(crowded.search(query).map(({ note }) => note.id)).toEqual([printer.id]);
});
