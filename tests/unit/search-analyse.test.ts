import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessLanguage } from '#knowledge/search/analyse/guess-language.ts';
import { createLexicon } from '#knowledge/search/analyse/lexicon.ts';
import { countSlips, nearestWords, slipsBetween } from '#knowledge/search/analyse/nearest-words.ts';
import { splitCompound, splitNumbered } from '#knowledge/search/analyse/split-compound.ts';
import { stemSwedish } from '#knowledge/search/analyse/stem.ts';
import { fold, words } from '#knowledge/search/analyse/words.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { glossary } from '#knowledge/search/glossary/glossary.ts';
import { buildNote } from '../support/build-note.ts';

test.each([
  'konto kontot konton',
  'lösenord lösenordet lösenorden',
  'nätverk nätverket nätverken',
  'projektor projektorn projektorer projektorerna',
  'dator datorn datorer datorerna',
  'platta plattan plattor plattorna',
  'nyckel nyckeln nycklar nycklarna',
  'rum rummet rummen',
  'kontor kontoret',
  'server servern servrar',
  'trådlös trådlöst trådlösa',
  'kabel kabeln kablar',
])('%s have one stem', (forms) => {
  const stems = forms.split(' ').map((form) => stemSwedish(fold(form)));
  expect(new Set(stems).size).toBe(1);
});

test('words are folded, kept in order and cut at hyphens', () => {
  expect(words('iPad-vagnen LÅST, won’t 3-12')).toEqual(['ipad', 'vagnen', 'last', 'wont', '3', '12']);
  expect(words('a\u030alder')).toEqual(['alder']);
});

test.each([
  ['natverksskrivaren', ['natverk', 'skrivaren']],
  ['jobbmobilen', ['jobb', 'mobilen']],
  ['personalrumsdator', ['personal', 'rum', 'dator']],
  ['skrivaren', null],
  ['xyzzyplugh', null],
])('%s is split into %j', (word, parts) => {
  const lexicon = createLexicon(words('nätverk skrivare jobb mobil personal rum dator'), []);
  expect(splitCompound(word, lexicon)).toEqual(parts);
});

test.each([
  ['windows11', ['windows', '11']],
  ['rum214', ['rum', '214']],
  ['a4', null],
  ['3d', null],
  ['usb3port', null],
])('%s is the name and number %j', (word, parts) => {
  expect(splitNumbered(word)).toEqual(parts);
});

test.each([
  ['windows11 startar inte', 'Windows 11 startar om'],
  ['windows 11 startar inte', 'Windows11 startar om'],
  ['office365 wont start', 'Office 365 startar om'],
])('"%s" finds the note called "%s" before one of another number', (text, title) => {
  const right = buildNote({ id: '_shared/right', title, symptoms: [], body: '' });
  const other = buildNote({ id: '_shared/other', title: title.replace(/\d+/, '7'), symptoms: [], body: '' });
  const search = createNoteSearch([other, right], { timezone: 'Europe/Stockholm' });
  const query = { text, site: null, audience: 'staff' as const, at: new Date(0), limit: 2 };
  expect(search.search(query).map(({ note }) => note.id)).toEqual(['_shared/right', '_shared/other']);
});

test.each([
  ['skrivaren blinkar och låter konstigt', 'sv'],
  ['kontot låst', 'sv'],
  ['the printer is blinking', 'en'],
  ['Dzień dobry, iPady w wózku do ładowania nie działają', 'other'],
  ['نسيت كلمة المرور', 'other'],
])('"%s" is taken for %s', (text, language) => {
  expect(guessLanguage(words(text))).toBe(language);
});

test('a misspelt word is near the word that was meant', () => {
  expect(nearestWords('skirvare', ['skrivare', 'skrivbord', 'dator'])).toEqual(['skrivare']);
  expect(nearestWords('nat', ['nata', 'natt'])).toEqual([]);
});

test('a misspelt word is known again by its stem when the notes have another ending of it', () => {
  expect(nearestWords('lamplihetsbedomningar', ['lamplighetsbedomningen'])).toEqual([
    'lamplighetsbedomningen',
  ]);
  expect(slipsBetween('lamplihetsbedomningar', 'lamplighetsbedomningen', 2)).toBe(1);
});

test('of words that are equally near the one comes first whose slip fingers make oftener', () => {
  expect(nearestWords('tavlna', ['tavlor', 'tavla', 'tavlan'])[0]).toBe('tavlan');
  expect(nearestWords('kannan', ['kanpan', 'kanan'])[0]).toBe('kanan');
});

test('slips are counted alike in both directions and never above the limit by more than one', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(countSlips(a, b, 2)).toBe(countSlips(b, a, 2));
      expect(countSlips(a, b, 2)).toBeLessThanOrEqual(3);
    }),
  );
});

test('every idea of the glossary has one name and Swedish words', () => {
  const names = glossary.map(({ idea }) => idea);
  expect(new Set(names).size).toBe(names.length);
  expect(glossary.filter(({ sv }) => words(sv).length === 0)).toEqual([]);
});
