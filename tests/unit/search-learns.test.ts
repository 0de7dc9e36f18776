import { describe, expect, it } from 'vitest';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { leanOf, mostLean } from '#knowledge/search/learn/lean.ts';
import type { Lesson } from '#knowledge/search/learn/lesson.ts';
import { tellingWords, wordingKey } from '#knowledge/search/learn/telling-words.ts';
import { withLessons } from '#knowledge/search/learn/with-lessons.ts';
import type { NoteQuery } from '#knowledge/search/note-search.ts';
import { buildNote } from '../support/build-note.ts';

const at = new Date('2026-11-23T09:00:00+01:00');
const daysAgo = (days: number) => new Date(at.getTime() - days * 24 * 60 * 60 * 1000);
const asked = 'projektorn i lekhallen visar svart bild';

function lesson(overrides: Partial<Lesson> = {}): Lesson {
  return { noteId: '_shared/kabel', wording: asked, helped: true, byUpn: 'a@x', at, ...overrides };
}
const people = (count: number, overrides: Partial<Lesson> = {}) =>
  Array.from({ length: count }, (_, index) => lesson({ byUpn: `${index}@x`, ...overrides }));

describe('what people say of a note', () => {
  const lean = (lessons: readonly Lesson[], text = asked) => leanOf(lessons, tellingWords(text), at);

  it('moves it for a question like theirs, up or down', () => {
    expect(lean([lesson()])).toBeCloseTo(0.04);
    expect(lean([lesson({ helped: false })])).toBeCloseTo(-0.04);
    expect(lean([lesson()], 'Hej! Projektorn i lekhallen är svart i bilden igen')).toBeCloseTo(0.04);
  });

  it('leaves other questions alone', () => {
    expect(lean([lesson()], 'skrivaren har slut på papper')).toBe(0);
    expect(lean([lesson()], 'projektorn låter konstigt när fläkten går och luktar bränt')).toBe(0);
    expect(lean([lesson({ wording: 'hej det funkar inte' })], 'hej det funkar inte')).toBe(0);
  });

  it('counts a person once, by the last that they said', () => {
    const often = Array.from({ length: 50 }, () => lesson());
    expect(lean(often)).toBeCloseTo(0.04);
    expect(lean([lesson({ at: daysAgo(1) }), lesson({ helped: false })])).toBeCloseTo(-0.04);
  });

  it('has a ceiling and a floor', () => {
    expect(lean(people(1000))).toBe(mostLean);
    expect(lean(people(1000, { helped: false }))).toBe(-mostLean);
  });

  it('is worth half after ninety days', () => {
    expect(lean([lesson({ at: daysAgo(90) })])).toBeCloseTo(0.02);
    expect(lean([lesson({ at: daysAgo(900) })])).toBeLessThan(0.001);
  });

  it('is the same wording in another order, without greetings and whatever the inflection', () => {
    expect(wordingKey('Hej, skrivaren har pappersstopp!')).toBe(wordingKey('pappersstopp i skrivare'));
    expect(wordingKey('hej hej tack')).toBe('');
  });
});

describe('a search that people taught', () => {
  const cable = buildNote({ id: '_shared/kabel', title: 'Projektor: bilden är svart', category: 'av' });
  const input = buildNote({ id: '_shared/ingang', title: 'Projektor: svart bild', category: 'av' });
  const site = { id: 'solrosen', kind: 'preschool' as const };
  const search = (notes: readonly Note[], lessons: readonly Lesson[], overrides: Partial<NoteQuery> = {}) =>
    withLessons(createNoteSearch(notes, { timezone: 'Europe/Stockholm' }), lessons).search({
      text: asked,
      site,
      audience: 'staff',
      at,
      limit: 3,
      ...overrides,
    });
  const ids = (found: ReturnType<typeof search>) => found.map(({ note }) => note.id);

  it('lets the note that helped go before its equal, whichever it is', () => {
    for (const noteId of [cable.id, input.id]) {
      const found = search([cable, input], people(3, { noteId }));
      expect(ids(found)[0]).toBe(noteId);
      expect(found[0]?.learned).toBeCloseTo(0.1);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    }
  });

  it('moves no score by more than a tenth, and none out of 0 to 1', () => {
    const before = search([cable, input], []);
    for (const helped of [true, false]) {
      for (const { note, score } of search([cable, input], people(99, { helped }))) {
        const was = before.find((hit) => hit.note.id === note.id)?.score ?? 0;
        expect(Math.abs(score - was)).toBeLessThanOrEqual(0.1 + 1e-9);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });

  it('brings in nothing that the reader, the site or the moment keeps out', () => {
    const hidden = [
      { ...cable, audience: 'technician' as const },
      { ...cable, sites: ['annan'] },
      { ...cable, validTo: '2026-01-01' },
      { ...cable, status: 'archived' as const },
    ];
    for (const note of hidden) expect(ids(search([note, input], people(99)))).toEqual([input.id]);
  });

  it('lifts no note for everybody past the own site’s', () => {
    const own = buildNote({ ...input, id: 'solrosen/projektor', sites: ['solrosen'] });
    expect(ids(search([cable, own], []))[0]).toBe(own.id);
    expect(ids(search([cable, own], people(99)))[0]).toBe(own.id);
  });

  it('leaves word of an outage first', () => {
    const outage = buildNote({ ...input, id: '_shared/avbrott', validTo: '2026-12-01' });
    expect(ids(search([cable, outage], people(99)))[0]).toBe(outage.id);
  });
});
