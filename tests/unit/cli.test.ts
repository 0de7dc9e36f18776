import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { DataFolderInUse, openDataFolder } from '#adapters/storage/data-folder.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { openCommandStorage } from '#bot/cli/open-command-storage.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { createServerCommandHandler, splitLine } from '#bot/cli/server-command.ts';
import type { DeskItem } from '#knowledge/desk-folder/desk-item.ts';
import { fileSchemas } from '#knowledge/desk-folder/json-schemas.ts';
import { type DeskEdits, makeDeskFolder, noteFile } from '../support/desk-folder.ts';
import { makeDataFolder, openTestStorage } from '../support/storage.ts';

let opened: OpenStorage | null;
let cleanUp: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  opened = null;
  cleanUp = [];
});
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
});

/** Opened by the first that needs it: half of the tests do without. */
async function openOnce(): Promise<OpenStorage> {
  if (opened !== null) return opened;
  const storage = await openTestStorage();
  opened = storage;
  cleanUp.push(() => storage.close());
  return storage;
}

async function stored() {
  return (await openOnce()).desk.load();
}

async function deskFolder(edits: DeskEdits = {}): Promise<string> {
  const folder = await makeDeskFolder(edits);
  cleanUp.push(folder.remove);
  return folder.dir;
}

async function vaktis(...argv: string[]): Promise<{ exit: number; out: string; told: string }> {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(argv, {
    cwd: '/',
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: openOnce,
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

const printerNote = (items: readonly DeskItem[]) => items.find((item) => item.id === 'solrosen/skrivaren');

/** As the editors' tab does: written here, without the mark of an import. */
async function editHere(change: (item: DeskItem) => DeskItem): Promise<void> {
  const { items, revision } = await stored();
  const note = printerNote(items);
  if (note === undefined) throw new Error('The note is not there.');
  await (await openOnce()).desk.applyChanges({
    upsert: [change(note)],
    remove: [],
    imported: new Map((await stored()).lastImported),
    basedOn: revision,
  });
}

const retitled =
  (title: string) =>
  (item: DeskItem): DeskItem =>
    item.kind === 'note' ? { ...item, value: { ...item.value, title } } : item;

describe('vaktis import', () => {
  it('loads a folder, and finds nothing to do the second time', async () => {
    const dir = await deskFolder();
    expect(await vaktis('import', dir)).toMatchObject({ exit: 0, out: expect.stringContaining('10 added') });
    const { revision } = await stored();
    expect(await vaktis('import', dir)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('10 unchanged'),
    });
    expect((await stored()).revision).toBe(revision);
  });

  it('imports nothing of a folder with a fault, and says where it is', async () => {
    const dir = await deskFolder({ 'notes/solrosen/ny.md': noteFile('category: printer') });
    const { exit, out } = await vaktis('import', dir);
    expect(exit).toBe(1);
    expect(out).toContain('notes/solrosen/ny.md:2: error: "title" is missing');
    expect(out).toContain('Nothing was imported');
    expect((await stored()).items).toEqual([]);
  });

  it('shows the difference field by field on a dry run, and changes nothing', async () => {
    const dir = await deskFolder();
    await vaktis('import', dir);
    const before = await stored();
    await writeFile(
      join(dir, 'sites.csv'),
      (await readFile(join(dir, 'sites.csv'), 'utf8')).replace('Solan;', 'Solis;'),
    );
    await rm(join(dir, 'notes/_shared/natfiske.md'));
    const { exit, out } = await vaktis('import', dir, '--dry-run', '--prune');
    expect(exit).toBe(0);
    expect(out).toContain('~ site solrosen\n    aliases: "Solan; Rosen" → "Solis; Rosen"');
    expect(out).toContain('- note _shared/natfiske');
    expect(await stored()).toEqual(before);
  });

  it('keeps what was edited here as a conflict until it is told to overwrite', async () => {
    const dir = await deskFolder();
    await vaktis('import', dir);
    await editHere(retitled('Ändrad här'));
    const kept = await vaktis('import', dir);
    expect(kept).toMatchObject({
      exit: 0,
      out: expect.stringContaining('! note solrosen/skrivaren: edited here, kept'),
    });
    expect(printerNote((await stored()).items)?.value).toMatchObject({ title: 'Ändrad här' });
    expect((await vaktis('import', dir)).out).toContain('1 conflict');
    expect((await vaktis('import', dir, '--overwrite')).out).toContain('edited here, overwritten');
    expect(printerNote((await stored()).items)?.value).toMatchObject({
      title: 'Skrivaren i personalrummet',
    });
    expect((await vaktis('import', dir)).out).not.toContain('conflict');
  });

  it('removes what the folder lacks only when it prunes', async () => {
    const dir = await deskFolder();
    await vaktis('import', dir);
    await rm(join(dir, 'notes/_shared/natfiske.md'));
    expect((await vaktis('import', dir)).out).toContain('1 that the folder lacks stays');
    expect((await vaktis('import', dir, '--prune')).out).toContain('1 removed');
    expect((await stored()).items.map((item) => item.id)).not.toContain('_shared/natfiske');
  });

  it('refuses to prune a site that something kept still names', async () => {
    const dir = await deskFolder();
    await vaktis('import', dir);
    await editHere(retitled('Ändrad här'));
    const drop = async (file: string, line: RegExp) =>
      writeFile(join(dir, file), (await readFile(join(dir, file), 'utf8')).replace(line, ''));
    await drop('sites.csv', /solrosen,.*\n/);
    await drop('people.csv', /rektor@.*\n/);
    await drop('technicians.yaml', / {2}areas: .*\n/);
    await rm(join(dir, 'notes/solrosen'), { recursive: true });
    const { exit, out } = await vaktis('import', dir, '--prune');
    expect(exit).toBe(1);
    expect(out).toContain('notes/solrosen/skrivaren.md: error: There is no site "solrosen"');
    expect((await stored()).items).toHaveLength(10);
    expect(await vaktis('import', dir, '--prune', '--overwrite')).toMatchObject({ exit: 0 });
  });

  it('answers with JSON alone when asked to', async () => {
    const { out } = await vaktis('import', await deskFolder(), '--json');
    const Report = z.object({
      ok: z.literal(true),
      counts: z.object({ added: z.literal(10), conflicts: z.literal(0) }),
    });
    expect(Report.safeParse(JSON.parse(out)).success).toBe(true);
  });

  it.each([
    ['/finns/inte', /no folder/],
    ['/tmp', /not a desk folder/],
  ])('says what is wrong with %s', async (dir, says) => {
    const { exit, told } = await vaktis('import', dir);
    expect(exit).toBe(1);
    expect(told).toMatch(says);
    expect(told).not.toMatch(/\n\s+at /);
  });
});

describe('vaktis export', () => {
  it('writes back what was imported, drafts and archived notes too, so that importing it changes nothing', async () => {
    const draft = noteFile('title: U\ncategory: av\naudience: technician\nstatus: draft\nkälla: 2024');
    const archived = noteFile(
      'title: A\ncategory: av\naudience: staff\nstatus: archived\nconfidence: not-validated',
    );
    const dir = await deskFolder({ 'notes/kontoret/u.md': draft, 'notes/kontoret/a.md': archived });
    await vaktis('import', dir);
    const out = `${dir}-ut`;
    cleanUp.push(() => rm(out, { recursive: true, force: true }));
    expect(await vaktis('export', out)).toMatchObject({ exit: 0, out: expect.stringContaining('4 notes') });
    const again = await vaktis('import', out, '--dry-run', '--json');
    expect(JSON.parse(again.out)).toMatchObject({
      counts: { added: 0, updated: 0, unchanged: 12, conflicts: 0, lacking: 0 },
    });
  });

  it('says what to do while there is no desk', async () => {
    expect(await vaktis('export', '/tmp/ingenting')).toMatchObject({
      exit: 1,
      told: expect.stringContaining('vaktis import'),
    });
  });
});

describe('vaktis check', () => {
  it('is content with a valid folder, and needs no database', async () => {
    const dir = await deskFolder();
    const out: string[] = [];
    const exit = await runCommand(['check', dir], {
      cwd: '/',
      write: (line) => out.push(line),
      tell: () => undefined,
      storage: () => Promise.reject(new Error('not needed')),
    });
    expect([exit, out]).toEqual([0, ['No faults: 2 sites, 3 people, 2 technicians, 2 notes.']]);
  });

  it('gives faults as JSON and exits with 1', async () => {
    const dir = await deskFolder({ 'people.csv': null });
    const { exit, out } = await vaktis('check', dir, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      errors: 1,
      faults: [{ file: 'people.csv', code: 'missing-file', line: null }],
    });
  });

  it('exits with 0 on warnings alone', async () => {
    const dir = await deskFolder({ 'notes/solrosen/bild.png': 'x' });
    expect(await vaktis('check', dir)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('0 errors, 1 warning'),
    });
  });

  it('prints a JSON Schema of each file', async () => {
    const { exit, out } = await vaktis('check', '--schema');
    const schemas = z.record(z.string(), z.looseObject({ $schema: z.string() })).parse(JSON.parse(out));
    expect(exit).toBe(0);
    expect(Object.keys(schemas)).toEqual(Object.keys(fileSchemas));
    expect(schemas['desk.yaml']).toMatchObject({
      required: expect.arrayContaining(['name', 'service_hours', 'responsibility', 'escalation']),
    });
  });
});

describe('the command line', () => {
  it('lists every command with --help and exits with 0', async () => {
    const { exit, out } = await vaktis('--help');
    expect(exit).toBe(0);
    for (const name of ['import', 'check', 'export', 'migrate']) expect(out).toContain(name);
  });

  it.each([[['imprt', 'x']], [['import']], [['check', '--nej']], [['check']]])(
    'exits with 2 on %j',
    async (argv) => {
      expect((await vaktis(...argv)).exit).toBe(2);
    },
  );

  it('says what is wrong with a database that is away', async () => {
    const told: string[] = [];
    const exit = await runCommand(['migrate'], {
      cwd: '/',
      write: () => undefined,
      tell: (line) => told.push(line),
      storage: async () => {
        const config = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataFolder: '/tmp' };
        return (await openCommandStorage(config)).storage;
      },
    });
    expect(exit).toBe(1);
    expect(told.join()).toMatch(/DATABASE_URL/);
  });

  it('goes through the server that holds the data folder', async () => {
    const data = await makeDataFolder();
    const held = await openDataFolder(data.path);
    cleanUp.push(data.remove, () => held.release());
    held.onCommand(createServerCommandHandler(await openOnce()));
    const dir = await deskFolder();
    const argv = ['import', dir];
    const out: string[] = [];
    const told: string[] = [];
    const lines = { write: (line: string) => out.push(line), tell: (line: string) => told.push(line) };
    const inUse = await runCommand(argv, {
      cwd: '/',
      ...lines,
      storage: async () => (await openCommandStorage({ databaseUrl: null, dataFolder: data.path })).storage,
    }).catch((error: unknown) => error);
    if (!(inUse instanceof DataFolderInUse)) throw new Error('The folder was not held.');
    expect(out).toEqual([]);
    const exit = await runThroughServer(inUse, argv, '/', (line) => splitLine(line, lines));
    expect([exit, out.at(-1)]).toEqual([0, expect.stringContaining('10 added')]);
    expect((await stored()).items).toHaveLength(10);
    expect(
      await runThroughServer(inUse, ['import', '/finns/inte'], '/', (line) => splitLine(line, lines)),
    ).toBe(1);
    expect(told.at(-1)).toContain('no folder');
  });
});
