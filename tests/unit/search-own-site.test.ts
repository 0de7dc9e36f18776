import { expect, test } from 'vitest';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { NoteQuery } from '#knowledge/search/note-search.ts';
import { buildNote } from '../support/build-note.ts';

const solrosen = {
  id: 'solrosen',
  kind: 'preschool' as const,
  name: 'Förskolan Solrosen',
  aliases: ['Solan'],
};

function ask(notes: readonly Note[], text: string, overrides: Partial<NoteQuery> = {}) {
  const at = new Date('2026-11-23T09:00:00+01:00');
  const query = { text, site: solrosen, audience: 'staff' as const, at, limit: 3, ...overrides };
  return createNoteSearch(notes, { timezone: 'Europe/Stockholm' }).search(query);
}

const own = buildNote({
  id: 'solrosen/projektorn',
  title: 'Projektorn i lekhallen',
  category: 'av',
  sites: ['solrosen'],
  symptoms: ['projektorn är svart', 'ingen signal'],
});
const shared = buildNote({
  id: '_shared/projektor',
  title: 'Projektor utan bild',
  category: 'av',
  symptoms: ['projektorn är helt svart', 'projektorn svart'],
});
const tablet = buildNote({
  id: '_shared/platta',
  title: 'Plattan är låst',
  category: 'tablet',
  symptoms: ['plattan är låst', 'samma fel kod igen'],
});
const printer = buildNote({
  id: 'solrosen/skrivaren',
  title: 'Skrivaren',
  category: 'printer',
  sites: ['solrosen'],
  symptoms: ['skrivaren fungerar inte', 'inget papper'],
});
const notes = [own, shared, tablet, printer];

test.each(['projektorn är helt svart', 'projektorn är svart', 'ingen bild på projektorn'])(
  'the own site’s note goes before a shared one that fits about as well: "%s"',
  (text) => {
    const found = ask(notes, text);
    expect(found.map(({ note }) => note.id).slice(0, 2)).toEqual([own.id, shared.id]);
    expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 1);
  },
);

test('a shared note that fits far better goes first all the same', () => {
  const lens = buildNote({ ...shared, symptoms: ['locket sitter på linsen', 'suddig bild i kanten'] });
  expect(ask([own, lens], 'suddig bild i kanten')[0]?.note.id).toBe(lens.id);
});

test('an old note of the own site does not push a fresh shared one aside', () => {
  const old = buildNote({ ...own, symptoms: ['ingen signal'], reviewBy: '2025-01-01' });
  expect(ask([old, shared], 'projektorn är helt svart')[0]?.note.id).toBe(shared.id);
});

test.each([
  'samma fel igen',
  'det fungerar inte',
  'fel igen',
  'det strular',
  'fel på Solrosen',
  'Solan igen',
])('words of every report give no note a high score: "%s"', (text) => {
  const [best] = ask(notes, text);
  expect(best?.score ?? 0).toBeLessThan(0.25);
  expect(best?.evidence?.matchedSymptom ?? 0).toBeLessThan(0.25);
});

test('what the site is called does not lower the score of the right note', () => {
  const bare = ask(notes, 'inget papper i skrivaren')[0];
  const named = ask(notes, 'inget papper i skrivaren på Solrosen, Solans personalrum')[0];
  const unnamed = { id: 'solrosen', kind: 'preschool' as const };
  const plain = ask(notes, 'inget papper i skrivaren på Solrosen, Solans personalrum', { site: unnamed })[0];
  expect(named?.note.id).toBe(printer.id);
  expect(named?.score).toBeLessThanOrEqual(bare?.score ?? 0);
  expect(named?.score).toBeGreaterThan(plain?.score ?? 1);
});
