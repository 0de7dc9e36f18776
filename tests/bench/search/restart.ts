/**
 * How soon a desk answers again after a restart: `npm run bench:restart -- [--notes 100000] [--database URL]`. The notes
 * lie in an embedded database in a folder of its own, or in an empty Postgres; then a new process opens it as the
 * server does. Once with one note in ten for everybody and the rest of 500 sites, once with all of them for everybody.
 * Fails when a desk of sites takes more than 5 s of processor time.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connect, type DatabaseTarget } from '#adapters/storage/connect.ts';
import { createDeskRepository } from '#adapters/storage/desk-repository.ts';
import { migrate } from '#adapters/storage/migrate.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import type { Note } from '#knowledge/note.ts';
import { makeNotes } from './make-notes.ts';

const { values } = parseArgs({
  options: { notes: { type: 'string', default: '100000' }, database: { type: 'string' } },
});
const amount = Number(values.notes);
const aim = 5;
const sites = 500;
const Timed = z.object({ open: z.number(), desk: z.number(), first: z.number(), cpu: z.number() });
const say = (line: string) => process.stdout.write(`${line}\n`);

const { notes } = await makeNotes(amount, 1);
say('| notes | open s | read and index s | first question s | in all s | processor time s |');
say('|---|---:|---:|---:|---:|---:|');
const ofSites = await measure('of sites', notes.map(ofSite));
await measure('for everybody', notes);
if (ofSites.cpu > aim) process.exitCode = 1;
say(ofSites.cpu > aim ? `missed: more than ${aim} s` : `kept: within ${aim} s`);

function ofSite(note: Note, index: number): Note {
  const site = `site-${index % sites}`;
  if (index % 10 === 0) return note;
  return { ...note, id: `${site}/note-${index}`, sites: [site] };
}

async function measure(name: string, all: readonly Note[]): Promise<z.infer<typeof Timed>> {
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-restart-'));
  try {
    const { database: url } = values;
    await fill(url === undefined ? { kind: 'folder', path: folder } : { kind: 'server', url }, all);
    const script = join(import.meta.dirname, 'restart-child.ts');
    const printed = execFileSync(process.execPath, [script, url ?? folder], { encoding: 'utf8' });
    const timed = Timed.parse(JSON.parse(printed));
    const { open, desk, first, cpu } = timed;
    const cells = [open, desk, first, open + desk + first, cpu].map((seconds) => seconds.toFixed(1));
    say(`| ${all.length} ${name} | ${cells.join(' | ')} |`);
    return timed;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The demo's desk with these notes instead of its own. */
async function fill(target: DatabaseTarget, all: readonly Note[]): Promise<void> {
  const database = await connect(target);
  try {
    await migrate(database);
    const { desk } = await readDeskFolder(join(import.meta.dirname, '../../../knowledge/demo'));
    const repository = createDeskRepository(database);
    const { revision } = await repository.load();
    const settings = { kind: 'settings', id: 'desk', value: desk.settings } as const;
    const upsert = [settings, ...all.map((value) => ({ kind: 'note', id: value.id, value }) as const)];
    await database.query('delete from notes');
    await repository.applyChanges({ upsert, remove: [], imported: new Map(), basedOn: revision });
  } finally {
    await database.close();
  }
}
