import { createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFolderClient } from '#adapters/contractor/folder/client.ts';
import { parseCall } from '#adapters/contractor/http/parse-call.ts';
import { parseActivity } from '#bot/channels/teams/parse-activity.ts';
import { parseExecute, parseSubmit } from '#bot/channels/teams/parse-press.ts';
import { TriageLine } from '#bot/cli/triage-request.ts';
import { createTickets } from '#bot/conversation/beyond-chat/tickets.ts';
import { readUpload } from '#bot/web/api/exchange/read-upload.ts';
import { createReadingDesk } from '#bot/web/api/exchange/reading-desk.ts';
import { parseYaml } from '#knowledge/desk-folder/yaml.ts';
import { buildActivity } from '../support/activities.ts';
import { makeFolder } from '../support/storage.ts';
import { loadDesk } from '../support/talk.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe('a way out of a folder', () => {
  it('is no name of a contractor’s case', async () => {
    const inside = join(folder.path, 'servicedesk');
    await mkdir(inside);
    await writeFile(join(folder.path, 'secret.json'), '{"not":"theirs"}');
    const client = createFolderClient(inside, 'sv');
    for (const reference of [
      '../secret',
      '..\\secret',
      '%2e%2e/secret',
      '/etc/passwd',
      '..',
      '.',
      'a\u0000b',
    ])
      expect(await client.read(reference)).toBeNull();
  });

  it.each(['../../a.md', '/etc/a.md', 'C:\\a.md', '..\\..\\a.md', 'notes/../../x/a.md', '__proto__/a.md'])(
    'in a zip is a name and nothing else: %s',
    async (name) => {
      const { desk } = await loadDesk();
      const { notes } = await readUpload(
        'a.zip',
        zipSync({ [name]: strToU8('# Skrivaren\n\nStarta om.') }),
        createReadingDesk(desk),
      );
      for (const note of notes)
        expect(note.folder === null || desk.sites.has(note.folder) || note.folder === '_shared').toBe(true);
    },
  );
});

describe('a property that every object would have', () => {
  afterEach(() => {
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    expect(Reflect.get({}, 'verb')).toBeUndefined();
  });

  const nasty = '{"__proto__":{"polluted":1,"verb":"accept"},"constructor":{"prototype":{"polluted":1}}}';

  it('does not make a press of a card that has none', () => {
    expect(parseSubmit(JSON.parse(nasty))).toBeNull();
    expect(parseExecute(JSON.parse(`{"action":${nasty}}`))).toBeNull();
  });

  it('does not make an activity of what is none', () => {
    expect(parseActivity(JSON.parse(nasty), new Date(0))).toMatchObject({ kind: 'refused' });
    const value = JSON.parse(nasty);
    expect(parseActivity(buildActivity('submit-press', { value, text: null }), new Date(0)).kind).toBe(
      'refused',
    );
  });

  it('does not come out of a line of `vaktis triage`, a contractor’s call or ticket, a model’s answer', () => {
    const schema = z.object({ text: z.string() });
    const asked = `{"from":"x","text":"hej",${nasty.slice(1)}`;
    expect(Reflect.ownKeys(TriageLine.parse(JSON.parse(asked)))).toEqual(['from', 'text']);
    expect(Reflect.ownKeys(parseCall(schema, Buffer.from(asked)))).toEqual(['text']);
    expect(() => parseCall(schema, Buffer.from(nasty))).toThrow('has not the form');
  });

  it('is no message action’s form, however it is signed', () => {
    const key = Buffer.alloc(32);
    const content = Buffer.from(nasty).toString('base64url');
    const signature = createHmac('sha256', key).update(`report-form\n${content}`).digest('base64url');
    expect(createTickets(key).open(`${content}.${signature}`)).toBeNull();
  });

  it('does not come out of a YAML file', () => {
    parseYaml('__proto__:\n  polluted: 1\nconstructor: {prototype: {polluted: 1}}\n', {
      file: 'desk.yaml',
      firstLine: 1,
    });
    parseYaml('a: &a {polluted: 1}\n__proto__: *a\n<<: *a\n', { file: 'desk.yaml', firstLine: 1 });
  });
});
