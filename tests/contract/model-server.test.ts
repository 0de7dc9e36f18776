import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadClients } from '#adapters/language-model/open-language-model.ts';
import { createDoctorCommand } from '#bot/cli/doctor.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { readConfig } from '#bot/config.ts';
import { MaskedText } from '#bot/model/masked-text.ts';
import { openTestModel } from '../support/language-model.ts';
import { startTape } from '../support/model-server/record-replay.ts';
import { fails, understands } from '../support/model-server/scripts.ts';
import { type ModelServer, startModelServer } from '../support/model-server/start-model-server.ts';
import { openTestStorage } from '../support/storage.ts';
import { loadDesk } from '../support/talk.ts';

let server: ModelServer;
let folder: string;
beforeAll(loadClients);
beforeEach(async () => {
  server = await startModelServer(understands({ category: 'av' }));
  folder = await mkdtemp(join(tmpdir(), 'vaktis-tape-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function understand(url: string) {
  const { desk } = await loadDesk();
  const { model } = openTestModel(url, {
    endpoint: { credential: { kind: 'key', key: 'secret-key', header: 'authorization' } },
  });
  const text = MaskedText.of('projektorn är svart', desk);
  return model.understand({ text, deskLanguage: 'sv', milliseconds: 8_000 }, { upn: null, caseId: null });
}

describe('a tape between Vaktis and an endpoint', () => {
  it('asks once, and plays the same without it', async () => {
    const recorder = await startTape({ folder, to: { url: server.url, key: 'secret-key' } });
    expect(await understand(recorder.url)).toMatchObject({ category: 'av' });
    expect(await understand(recorder.url)).toMatchObject({ category: 'av' });
    expect(server.requests).toHaveLength(1);
    await recorder.close();
    const player = await startTape({ folder, to: null });
    expect(await understand(player.url)).toMatchObject({ category: 'av' });
    expect(player.missed).toEqual([]);
    await player.close();
  });

  it('keeps no key', async () => {
    const recorder = await startTape({ folder, to: { url: server.url, key: 'secret-key' } });
    await understand(recorder.url);
    await recorder.close();
    const [file = ''] = await readdir(folder);
    expect(await readFile(join(folder, file), 'utf8')).not.toContain('secret-key');
  });

  it('says what is not on it', async () => {
    const player = await startTape({ folder, to: null });
    expect(await understand(player.url)).toBeNull();
    expect(player.missed).toHaveLength(1);
    await player.close();
  });
});

describe('vaktis doctor', () => {
  async function examine(environment: NodeJS.ProcessEnv) {
    const opened = await openTestStorage();
    const lines: string[] = [];
    let exit = 0;
    const program = new Command();
    const context = {
      cwd: folder,
      write: (line: string) => void lines.push(line),
      tell: () => undefined,
      storage: async () => opened,
    };
    createDoctorCommand(() => readConfig(environment), {
      fetch,
      loginUrl: 'http://127.0.0.1:1',
      now: () => new Date(),
    })(program, context, (code) => {
      exit = code;
    });
    await program.parseAsync(['doctor'], { from: 'user' });
    await opened.close();
    return { exit, text: lines.join('\n') };
  }

  it('is one of the commands', async () => {
    const lines: string[] = [];
    const keep = (line: string) => void lines.push(line);
    const storage = async () => openTestStorage();
    expect(await runCommand(['--help'], { cwd: folder, write: keep, tell: keep, storage })).toBe(0);
    expect(lines.join('\n')).toContain('doctor');
  });

  it('finds nothing to say where nothing is set', async () => {
    const { exit, text } = await examine({});
    expect(exit).toBe(0);
    expect(text).toContain('✓ database: answers');
    expect(text).toContain('– model: streams: no model is set');
  });

  it('finds a model that answers in a shape, streams and reads a long prompt', async () => {
    server.script = (request) =>
      request.way === 'stream'
        ? { kind: 'text', text: 'ett\ntvå\ntre' }
        : { kind: 'value', value: { word: /lavendel/.test(request.user) ? 'lavendel' : '' } };
    const { exit, text } = await examine({ VAKTIS_MODEL_URL: server.url, VAKTIS_MODEL: 'scripted' });
    expect(text).not.toContain('✗');
    expect(text).toContain('✓ model: streams: yes, 3 pieces');
    expect(exit).toBe(0);
  });

  it('finds a context that is cut without a word', async () => {
    server.script = ({ way, user }) =>
      way === 'stream'
        ? { kind: 'text', text: 'ett\ntvå' }
        : { kind: 'value', value: { word: user.slice(-8_000).match(/lavendel/)?.[0] ?? 'skrivaren' } };
    const { exit, text } = await examine({ VAKTIS_MODEL_URL: server.url, VAKTIS_MODEL: 'scripted' });
    expect(text).toContain('✗ model: context: the beginning of a long prompt is not read');
    expect(exit).toBe(1);
  });

  it('finds a model that fails, and wrong settings, without a secret', async () => {
    server.script = fails;
    const failing = await examine({
      VAKTIS_MODEL_URL: server.url,
      VAKTIS_MODEL: 'x',
      VAKTIS_MODEL_KEY: 'secret-key',
    });
    expect(failing.text).toContain('the endpoint answered 500');
    expect(failing.exit).toBe(1);
    const wrong = await examine({ VAKTIS_MODEL_KEY: 'secret-key' });
    expect(wrong.text).toContain('✗ settings');
    expect(`${failing.text}${wrong.text}`).not.toContain('secret-key');
  });
});
