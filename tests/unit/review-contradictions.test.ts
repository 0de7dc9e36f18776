import { expect, test } from 'vitest';
import type { Note } from '#knowledge/note.ts';
import { findContradictions } from '#knowledge/review/find-contradictions.ts';
import { buildNote } from '../support/build-note.ts';
import { buildSite } from '../support/desk-builders.ts';

const sites = new Map(
  ['solrosen', 'linden'].map((id) => [id, buildSite({ id, name: id, aliases: [], facts: {} })]),
);

function fix(...steps: string[]): string {
  return `## Prova detta\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`;
}

const later = buildNote({
  id: 'solrosen/skrivaren',
  title: 'Skrivaren i personalrummet',
  category: 'printer',
  sites: ['solrosen'],
  symptoms: ['hur hämtar jag utskriften'],
  lastVerified: '2026-10-01',
  body: fix('Håll taggen mot läsaren.', 'Välj jobbet på displayen.'),
});
const earlier = buildNote({
  ...later,
  id: 'solrosen/skrivare-kod',
  title: 'Skrivare personalrummet, hämta utskrift',
  lastVerified: '2025-02-01',
  body: `Taggar används inte på skrivaren.\n\n${fix('Välj jobbet på displayen.', 'Slå din kod med fyra siffror.')}`,
});
const find = (...notes: Note[]) => findContradictions(notes, { sites });

test('one note denies what the other tells to do: the later verified comes first', () => {
  expect(find(earlier, later)).toEqual([
    {
      notes: [later.id, earlier.id],
      about: 'hur hämtar jag utskriften',
      why: [
        {
          kind: 'denied',
          of: 'taggar',
          values: ['Håll taggen mot läsaren.', 'Taggar används inte på skrivaren.'],
        },
      ],
    },
  ]);
});

test.each<[string, string, Partial<Note>, Partial<Note>]>([
  ['another number', 'number', { body: 'Ring växeln: 08-000 11 22' }, { body: 'Ring växeln: 08-000 33 44' }],
  ['another party', 'handled-by', { handledBy: 'local' }, { handledBy: 'contractor' }],
  [
    'wholly other steps',
    'steps',
    { body: fix('Dra ur kontakten i väggen.', 'Vänta tio sekunder.') },
    { body: fix('Öppna portalen.', 'Byt lösenord under Profil.') },
  ],
])('the same matter with %s contradicts', (_, kind, one, other) => {
  const body = fix('Välj jobbet på displayen.');
  const found = find({ ...later, body, ...one }, { ...earlier, body, ...other });
  expect(found.flatMap(({ why }) => why.map((each) => each.kind))).toEqual([kind]);
});

test.each<[string, Partial<Note>]>([
  ['is at another site', { sites: ['linden'] }],
  ['is for every site: the other is the exception', { sites: [] }],
  ['is about another category', { category: 'network' }],
  ['is for technicians', { audience: 'technician' }],
  ['is a draft', { status: 'draft' }],
  ['is archived', { status: 'archived' }],
  ['only holds for a while', { validTo: '2026-12-01' }],
  ['is about something else', { title: 'Etikettskrivaren på kontoret', symptoms: ['etiketten fastnar'] }],
])('no contradiction when one %s', (_, change) => {
  expect(find(later, { ...earlier, ...change })).toEqual([]);
});

test('the same said in other words is no contradiction', () => {
  const same = fix('Håll din tagg mot läsaren på maskinen.', 'Välj ditt jobb på displayen.');
  expect(find(later, { ...earlier, body: same })).toEqual([]);
});

test('what stands in private marks is not quoted', () => {
  const secret = '[privat]Koden: 4711[/privat]';
  expect(find({ ...later, body: secret }, { ...earlier, body: '[privat]Koden: 4712[/privat]' })).toEqual([]);
});

test('a thousand notes on one site are compared in bounded time', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ ...later, id: `solrosen/skrivare-${index}` }));
  expect(find(...many)).toEqual([]);
});
