/**
 * Opens a database as a starting server does, and asks the first questions: `restart-child.ts FOLDER [URL]`. The index is
 * kept in the folder, which holds the embedded database too unless there is a URL.
 */
import { connect } from '#adapters/storage/connect.ts';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import { openKeptIndex } from '#adapters/storage/kept-index/keep-index.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';

const [folder = '', url] = process.argv.slice(2);
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const site = { id: 'site-7', kind: 'school' as const };
const first = 'projektorn är svart';
/** The second is misspelt, so that the words are looked through. */
const then = ['skrivaren skriver inte ut', 'projektron är svrat', 'jag har glömt mitt lösenord'];

const begun = performance.now();
const database = await connect(
  url === undefined ? { kind: 'folder', path: folder } : { kind: 'server', url },
);
const open = processorTime();
const index = await openKeptIndex(folder, quiet, setImmediate);
const source = createDeskSource(database, (notes, desk) => {
  const search = createNoteSearch(notes, { timezone: desk.settings.timezone, stored: index.take() });
  index.follow(search);
  return search;
});
const { notes } = await source.current();
const desk = processorTime();
const ask = (text: string) => notes.search({ text, site, audience: 'staff', at: new Date(), limit: 3 });
const found = ask(first).map(({ note, score }) => [note.id, score]);
const cpu = processorTime();
const clock = (performance.now() - begun) / 1000;
const slowest = Math.max(...then.map(timeOf));
const memory = process.memoryUsage().rss / 1e6;
process.stdout.write(JSON.stringify({ open, desk: desk - open, cpu, clock, slowest, memory, found }));
await index.settled();
await database.close();

function timeOf(text: string): number {
  const asked = processorTime();
  ask(text);
  return processorTime() - asked;
}
