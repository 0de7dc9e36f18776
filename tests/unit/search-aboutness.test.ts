import { expect, test } from 'vitest';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';

const screen = buildNote({
  id: 'ladan/filmduken',
  title: 'Filmduken och projektorn i stora salen',
  category: 'av',
  sites: ['ladan'],
  symptoms: ['duken går inte ner'],
  body: '1. Dra ut den röda knappen vid scenen.\n2. Välj HDMI 1.',
});
const search = createNoteSearch([screen], { timezone: 'Europe/Stockholm' });

function aboutness(text: string): number | null | undefined {
  const [found] = search.search({
    text,
    site: { id: 'ladan', kind: 'leisure' },
    audience: 'staff',
    at: new Date('2026-11-23T09:15:00+01:00'),
    limit: 3,
  });
  return found?.evidence?.aboutness;
}

test.each([
  'ljudet i högtalarna i stora salen',
  'micken i den stora salen skorrar',
  'the microphone in the big hall',
])(
  'a note that is met by its place, or by what its category is called, says nothing of the matter: %s',
  (text) => {
    expect(aboutness(text) ?? 0).toBe(0);
  },
);

test('what the note says of the matter is counted without the place', () => {
  expect(aboutness('duken i stora salen')).toBe(1);
  expect(aboutness('duken och ventilationen i stora salen')).toBeCloseTo(0.5, 1);
});

test('a place alone, or another language than the notes’, tells nothing either way', () => {
  expect(aboutness('stora salen')).not.toBe(0);
  expect(aboutness('что делать с экраном hdmi')).toBeNull();
});
