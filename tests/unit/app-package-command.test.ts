import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { CommandContext, CommandStorage } from '#bot/cli/command-context.ts';
import { openCommandStorage } from '#bot/cli/open-command-storage.ts';
import { createPackageCommand } from '#bot/cli/package.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { createServerCommandHandler } from '#bot/cli/server-command.ts';
import { type PackageSettings, readPackageSettings } from '#bot/config.ts';
import { settings } from '../support/app-package.ts';
import { makeDeskFolder } from '../support/desk-folder.ts';
import { makeDataFolder, makeFolder, openTestStorage } from '../support/storage.ts';
import { buildNewCase } from '../support/storage-builders.ts';

let cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
  cleanUp = [];
});

async function folder(): Promise<string> {
  const made = await makeFolder();
  cleanUp.push(made.remove);
  return made.path;
}

async function deskFolder(): Promise<string> {
  const made = await makeDeskFolder({});
  cleanUp.push(made.remove);
  return made.dir;
}

async function openStorage(): Promise<OpenStorage> {
  const opened = await openTestStorage();
  cleanUp.push(() => opened.close());
  return opened;
}

type Run = {
  readonly cwd: string;
  readonly storage?: () => Promise<CommandStorage>;
  readonly read?: () => PackageSettings;
};

/** Runs `vaktis package …` with these settings; a database only where the test has one. */
async function run({ cwd, storage, read = () => settings }: Run, ...argv: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  let exit: number | null = null;
  const program = new Command('vaktis').exitOverride();
  const context: CommandContext = {
    cwd,
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: storage ?? (() => Promise.reject(new Error('No database was to be opened.'))),
  };
  createPackageCommand(read)(program, context, (code) => {
    exit = code;
  });
  await program.parseAsync(['package', ...argv], { from: 'user' });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

async function manifestIn(path: string): Promise<string> {
  return Buffer.from(unzipSync(await readFile(path))['manifest.json'] ?? []).toString('utf8');
}

describe('vaktis package', () => {
  it('writes the zip from a desk folder, and says what is left to change', async () => {
    const cwd = await folder();
    const { exit, out } = await run({ cwd }, '--desk', await deskFolder(), '--out', 'app.zip');
    expect(exit, out).toBe(0);
    expect(out).toContain(`Wrote ${join(cwd, 'app.zip')}: version 0.1.0`);
    expect(out).toContain('Change before use: VAKTIS_PRIVACY_URL is not set');
    expect(await manifestIn(join(cwd, 'app.zip'))).toContain('Vaktis – IT-hjälp i Ekbacken');
  });

  it('writes the same bytes the second time', async () => {
    const cwd = await folder();
    for (const name of ['one.zip', 'two.zip']) await run({ cwd }, '--no-desk', '--out', name);
    expect(await readFile(join(cwd, 'one.zip'))).toEqual(await readFile(join(cwd, 'two.zip')));
  });

  it('needs no database when the desk is left out, and says what it says instead', async () => {
    const { exit, out } = await run({ cwd: await folder() }, '--no-desk');
    expect([exit, out]).toEqual([0, expect.stringContaining('din organisation')]);
  });

  it('takes the desk of the database, the commonest cases first', async () => {
    const opened = await openStorage();
    const cwd = await folder();
    await runCommand(['import', await deskFolder()], {
      cwd: '/',
      write: () => undefined,
      tell: () => undefined,
      storage: async () => opened,
    });
    const createdAt = new Date();
    for (const category of ['security', 'security', 'phone'] as const) {
      await opened.storage.stores.cases.create(buildNewCase({ category, createdAt }));
    }
    const longAgo = new Date(createdAt.getTime() - 400 * 86_400_000);
    for (let n = 0; n < 3; n++) {
      await opened.storage.stores.cases.create(buildNewCase({ category: 'server', createdAt: longAgo }));
    }
    const { exit, out } = await run({ cwd, storage: async () => opened });
    expect(exit, out).toBe(0);
    expect(out).toContain('Prompt starters: Jag har fått ett misstänkt mejl · Telefonen fungerar inte · ');
    expect(out).not.toContain('Jag hittar inte mina filer');
  });

  it('asks the server that holds the data folder for the desk alone', async () => {
    const opened = await openStorage();
    const data = await makeDataFolder();
    const held = await openDataFolder(data.path);
    cleanUp.push(data.remove, () => held.release());
    held.onCommand(createServerCommandHandler(opened));
    const storage = async () =>
      (await openCommandStorage({ databaseUrl: null, dataFolder: data.path })).storage;
    const cwd = await folder();
    expect((await run({ cwd, storage })).out).toContain('din organisation');
    await runCommand(['import', await deskFolder()], {
      cwd: '/',
      write: () => undefined,
      tell: () => undefined,
      storage: async () => opened,
    });
    const { exit, out } = await run({ cwd, storage });
    expect(exit, out).toBe(0);
    expect(await manifestIn(join(cwd, 'vaktis-teams.zip'))).toContain('IT-hjälp i Ekbacken');
  });

  it('says which settings are missing before anything else', async () => {
    const cwd = await folder();
    const { exit, told } = await run({ cwd, read: () => readPackageSettings({}) });
    expect(exit).toBe(1);
    expect(told).toMatch(/MicrosoftAppId: is required for the app package: the Application \(client\) ID/);
    expect(told).toMatch(/VAKTIS_PUBLIC_URL: is required for the app package/);
  });

  it('writes nothing when there is a fault, and says what to change', async () => {
    const cwd = await folder();
    const read = () => ({ ...settings, publicUrl: 'https://localhost:3978' });
    const { exit, out } = await run({ cwd, read }, '--no-desk', '--app-version', '2');
    expect(exit).toBe(1);
    expect(out).toContain(
      'manifest.json: version: "2" must be three numbers, such as 1.2.3. Give --app-version',
    );
    expect(out).toContain('Set VAKTIS_PUBLIC_URL');
    expect(out).toContain('2 faults: no package was written.');
    await expect(readFile(join(cwd, 'vaktis-teams.zip'))).rejects.toThrow('ENOENT');
  });

  it('says so when the file cannot be written', async () => {
    const cwd = await folder();
    await expect(run({ cwd }, '--no-desk', '--out', 'no/such/folder.zip')).rejects.toThrow(
      'could not be written',
    );
  });
});

describe('the settings of the package', () => {
  const MicrosoftAppId = '11111111-2222-4333-8444-5555555555AB';

  it('need no secret, and take the host from the address', () => {
    const read = readPackageSettings({
      MicrosoftAppId,
      VAKTIS_PUBLIC_URL: 'https://Vaktis.Ekbacken.se/api/',
    });
    expect(read).toMatchObject({
      appId: MicrosoftAppId.toLowerCase(),
      publicUrl: 'https://vaktis.ekbacken.se',
    });
  });

  it.each([
    [{ VAKTIS_PUBLIC_URL: 'http://vaktis.se' }, /VAKTIS_PUBLIC_URL: must be an https:\/\/ address/],
    [{ VAKTIS_PUBLIC_URL: 'vaktis.se' }, /VAKTIS_PUBLIC_URL: must be an https:\/\/ address/],
    [{ VAKTIS_PUBLIC_URL: ' ' }, /VAKTIS_PUBLIC_URL/],
    [{ MicrosoftAppId: 'vaktis' }, /MicrosoftAppId: must be a GUID/],
    [{ VAKTIS_TERMS_URL: 'stad.se' }, /VAKTIS_TERMS_URL: must be an https:\/\/ address/],
  ])('are refused by name: %o', (wrong, message) => {
    const good = { MicrosoftAppId, VAKTIS_PUBLIC_URL: 'https://vaktis.se' };
    expect(() => readPackageSettings({ ...good, ...wrong })).toThrow(message);
  });
});
