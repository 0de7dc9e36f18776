/**
 * How soon a desk answers again after a restart: `npm run bench:restart -- [--notes 100000] [--database URL]`. The notes
 * lie in an embedded database in a folder of its own, or in an empty Postgres. A new process opens it as the server does
 * and keeps its index; then another one, which is what is measured. Once with one note in ten for everybody and the rest
 * of 500 sites, once with all of them for everybody. Fails when either takes more than 5 s of processor time, or
 * answers otherwise than before.
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
/** Seconds of processor time, but `clock`; megabytes. */
const Timed = z.object({
  open: z.number(),
  desk: z.number(),
  cpu: z.number(),
  clock: z.number(),
  slowest: z.number(),
  memory: z.number(),
  found: z.unknown(),
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const { notes } = await makeNotes(amount, 1);
say('| notes | | database open s | read in s | ready, processor s | clock s | then at most ms | memory MB |');
say('|---|---|---:|---:|---:|---:|---:|---:|');
const missed = [
  ...(await measure('of sites', notes.map(ofSite))),
  ...(await measure('for everybody', notes)),
];
if (missed.length > 0) process.exitCode = 1;
say(
  missed.length > 0
    ? `missed: ${missed.join('; ')}`
    : `kept: ready again within ${aim} s, with the same answers`,
);

function ofSite(note: Note, index: number): Note {
  const site = `site-${index % sites}`;
  if (index % 10 === 0) return note;
  return { ...note, id: `${site}/note-${index}`, sites: [site] };
}

/** What was not as it should be. */
async function measure(name: string, all: readonly Note[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-restart-'));
  try {
    const { database: url } = values;
    await fill(url === undefined ? { kind: 'folder', path: folder } : { kind: 'server', url }, all);
    const before = start(folder);
    const after = start(folder);
    tell(`${all.length} ${name}`, 'first start', before);
    tell('', 'again', after);
    return [
      ...(after.cpu > aim ? [`${name}: ${after.cpu.toFixed(1)} s`] : []),
      ...(JSON.stringify(after.found) === JSON.stringify(before.found) ? [] : [`${name}: other answers`]),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function start(folder: string): z.infer<typeof Timed> {
  const script = join(import.meta.dirname, 'restart-child.ts');
  const where = values.database === undefined ? [folder] : [folder, values.database];
  return Timed.parse(JSON.parse(execFileSync(process.execPath, [script, ...where], { encoding: 'utf8' })));
}

function tell(
  notesOf: string,
  which: string,
  { open, desk, cpu, clock, slowest, memory }: z.infer<typeof Timed>,
): void {
  const cells = [open, desk, cpu, clock].map((seconds) => seconds.toFixed(1));
  say(`| ${[notesOf, which, ...cells, (slowest * 1000).toFixed(0), memory.toFixed(0)].join(' | ')} |`);
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
