import { describe, expect, it } from 'vitest';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';

const titles = {
  hall: buildNote({
    id: 'eken/aulan',
    title: 'Ljudet i aulan',
    category: 'av',
    sites: ['eken'],
    body: 'Tryck på AULA.',
  }),
  printer: buildNote({
    id: 'eken/skrivaren',
    title: 'Skrivaren i personalrummet',
    category: 'printer',
    sites: ['eken'],
    symptoms: ['skrivaren är offline'],
    body: 'Den syns också från kontoret.',
  }),
  rooms: buildNote({
    id: 'eken/klassrummen',
    title: 'Projektorerna i klassrummen',
    category: 'av',
    sites: ['eken'],
    symptoms: ['projektorn är svart'],
  }),
  boards: buildNote({
    id: 'eken/tavlorna',
    title: 'Tavlorna i klassrummet',
    category: 'av',
    sites: ['eken'],
    symptoms: ['pennan skriver bredvid'],
    asset: 'Tavlor i sal B11–B17 och 201-204',
  }),
};
const search = createNoteSearch(Object.values(titles), { timezone: 'Europe/Stockholm' });

function isOther(text: string, id: string): boolean {
  const found = search.search({
    text,
    site: { id: 'eken', kind: 'school', name: 'Matsalens skola' },
    audience: 'staff',
    at: new Date('2026-11-23T09:15:00+01:00'),
    limit: 5,
  });
  const note = found.find((each) => each.note.id === id);
  if (note === undefined) throw new Error(`${id} was not found`);
  return note.evidence?.otherRoom === true;
}

describe('a note about another room than the question’s', () => {
  it.each([
    ['ljudet i A214 hörs inte', 'eken/aulan'],
    ['ljudet i gymnastiksalen hörs inte', 'eken/aulan'],
    ['skrivaren i köket är offline', 'eken/skrivaren'],
    ['no sound in the gym', 'eken/aulan'],
    ['printer offline kitchen', 'eken/skrivaren'],
    ['the sound in the staff room is gone', 'eken/aulan'],
    ['the printer in the big hall is offline', 'eken/skrivaren'],
    ['pennan skriver bredvid i B18', 'eken/tavlorna'],
    ['pennan skriver bredvid i C14', 'eken/tavlorna'],
    ['the printer in the kitchen is offline', 'eken/skrivaren'],
    ['skrivaren i lärarnas matsal, den i rum 12, är offline', 'eken/skrivaren'],
  ])('is told: %s', (text, id) => {
    expect(isOther(text, id)).toBe(true);
  });

  it.each([
    ['ljudet i aulan hörs inte', 'eken/aulan'],
    ['ljudet i samlingssalen hörs inte', 'eken/aulan'],
    ['ljudet hörs inte', 'eken/aulan'],
    ['pennan skriver bredvid i B14', 'eken/tavlorna'],
    ['pennan skriver bredvid i sal 203', 'eken/tavlorna'],
    ['skrivaren i fikarummet är offline', 'eken/skrivaren'],
    ['skrivaren i rummet är offline', 'eken/skrivaren'],
    ['skrivaren är offline från kontoret', 'eken/skrivaren'],
    ['skrivaren i personalrummet och i köket är offline', 'eken/skrivaren'],
    ['underhållet av skrivaren, offline', 'eken/skrivaren'],
    ['projektorn i A214 är svart', 'eken/klassrummen'],
    ['no sound in the big hall', 'eken/aulan'],
    ['no sound in the assembly hall', 'eken/aulan'],
    ['the printer in the staff room is offline', 'eken/skrivaren'],
    ['the printer in the break room is offline', 'eken/skrivaren'],
    ['the printer in the office is offline', 'eken/skrivaren'],
    ['the printer is offline, no office programs either', 'eken/skrivaren'],
    ['the projector in the gym is black', 'eken/klassrummen'],
  ])('is not one of the same room, of none, or of all of a kind: %s', (text, id) => {
    expect(isOther(text, id)).toBe(false);
  });
});
