/** How fast the search is, in processor time: `node tests/bench/search-speed.ts [SITES] [NOTES PER SITE] [SHARED]`. */

import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';

const [sites = 200, perSite = 45, shared = 1000] = process.argv.slice(2).map(Number);
const things =
  'skrivaren projektorn plattan datorn nätverket skärmen telefonen kopiatorn surfplattan högtalaren'.split(
    ' ',
  );
const places =
  'personalrummet köket hallen ateljén expeditionen torget aulan källaren verkstaden biblioteket'.split(' ');
const faults =
  'fungerar inte,blinkar rött,är svart,piper hela tiden,går inte att öppna,är seg,säger fel kod'.split(',');

const notes: Note[] = [];
for (let index = 0; index < sites * perSite + shared; index += 1) notes.push(makeNote(index));

const started = process.cpuUsage();
const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
const indexed = process.cpuUsage(started).user / 1000;
const first = Array.from({ length: Math.min(sites, 200) }, (_, turn) => timeQuery(turn)).sort(
  (a, b) => a - b,
);
const times = Array.from({ length: 1000 }, (_, turn) => timeQuery(turn)).sort((a, b) => a - b);
const figures = {
  notes: notes.length,
  indexMs: Math.round(indexed),
  /** A site's first question reads its notes in. */
  firstP50Ms: Number((first[first.length >> 1] ?? 0).toFixed(1)),
  p50Ms: percentile(0.5),
  p95Ms: percentile(0.95),
  maxMs: percentile(0.999),
  heapMb: Math.round(process.memoryUsage().rss / 1e6),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

function makeNote(index: number): Note {
  const site = index < sites * perSite ? `site-${index % sites}` : null;
  const pick = (from: readonly string[], step: number) => from[Math.floor(index / step) % from.length] ?? '';
  const [thing, place, fault] = [pick(things, 1), pick(places, 3), pick(faults, 7)];
  const invented = Array.from({ length: 60 }, (_, word) => `ord${(index * 31 + word * 7919) % 40_000}`).join(
    ' ',
  );
  return buildNote({
    id: `${site ?? '_shared'}/note-${index}`,
    title: `${thing} i ${place}`,
    sites: site ? [site] : [],
    symptoms: [`${thing} ${fault}`, `${fault} i ${place}`],
    body: `Så här gör du när ${thing} ${fault}. ${invented}\n\n## Prova detta\n1. Starta om ${thing}.\n2. Vänta i fem minuter vid ${place}.\n`,
  });
}

function timeQuery(turn: number): number {
  const site = { id: `site-${(turn * 17) % sites}`, kind: 'preschool' as const };
  const text = `hej, ${things[turn % 10]} i ${places[turn % 7]} ${faults[turn % 5]} sen i morse och barnen väntar, vad gör jag? ord${turn}`;
  const before = process.cpuUsage();
  search.search({ text, site, audience: 'staff', at: new Date('2026-11-23T09:00:00Z'), limit: 3 });
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1000;
}

function percentile(part: number): number {
  return Number((times[Math.floor(times.length * part)] ?? 0).toFixed(1));
}
