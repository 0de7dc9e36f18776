/** Opens a database as a starting server does, and asks the first question: `restart-child.ts FOLDER|URL`. */
import { connect } from '#adapters/storage/connect.ts';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';

const [where = ''] = process.argv.slice(2);
const seconds = (since: number) => (performance.now() - since) / 1000;

let begun = performance.now();
const isServer = /^postgres(ql)?:\/\//.test(where);
const database = await connect(isServer ? { kind: 'server', url: where } : { kind: 'folder', path: where });
const open = seconds(begun);
begun = performance.now();
const source = createDeskSource(database, (notes, desk) =>
  createNoteSearch(notes, { timezone: desk.settings.timezone }),
);
const { notes } = await source.current();
const desk = seconds(begun);
begun = performance.now();
const site = { id: 'site-7', kind: 'school' as const };
notes.search({ text: 'projektorn är svart', site, audience: 'staff', at: new Date(), limit: 3 });
const first = seconds(begun);
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ open, desk, first, cpu: (user + system) / 1e6 })}\n`);
await database.close();
