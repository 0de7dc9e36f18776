import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { readBackup } from '#adapters/storage/backup/read-backup.ts';
import { writeBackup } from '#adapters/storage/backup/write-backup.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import type { Dice } from '../../bench/search/dice.ts';
import { demoFolder } from '../../support/talk.ts';
import { wordDocument } from '../../support/word-document.ts';
import { type Entrance, type FuzzInput, type Outcome, request } from '../fuzz-input.ts';
import type { FuzzWorld } from '../fuzz-world.ts';
import { mutateBytes, mutateText } from '../mutate.ts';
import { nastyStrings } from '../nasty-values.ts';
import { sendRequest } from '../send-request.ts';

const markdown =
  '# Skrivaren\n\n## Symptom\n\n- skriver inte ut\n\n1. Starta om den.\n2. **Vänta** i [två](https://a.se) minuter.\n\n![bild](images/a.png)\n';
const table =
  'Rubrik;Text;Kategori;Förskola\nSkrivaren;"Starta om den.\nVänta.";printer;solrosen\nNätet;Ring;network;\n';

/** Files of other systems, dropped on the tab. */
export function createUploadEntrance(world: FuzzWorld, dice: Dice): Entrance {
  const zip = zipSync({
    'a.md': strToU8(markdown),
    'under/b.md': strToU8(markdown),
    '../c.md': strToU8(markdown),
  });
  const word = wordDocument([
    { text: 'Skrivaren', style: 'Rubrik1' },
    { text: 'skriver inte ut', list: 'bullet', picture: true },
  ]);
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['a.md', Buffer.from(markdown)],
    ['a.txt', Buffer.from(markdown)],
    ['a.csv', Buffer.from(table)],
    ['a.tsv', Buffer.from(table.replaceAll(';', '\t'))],
    ['a.zip', zip],
    ['a.docx', word],
  ];
  return {
    name: 'upload',
    share: 3,
    make() {
      const [name, bytes] = dice.one(files);
      const isText = /\.(md|txt|csv|tsv)$/.test(name) && dice.under(2) === 0;
      const changed = isText
        ? Buffer.from(mutateText(Buffer.from(bytes).toString(), dice))
        : mutateBytes(bytes, dice);
      const called = dice.under(5) === 0 ? dice.one(nastyStrings) + name : name;
      return request(`/api/v1/import/preview?name=${encodeURIComponent(called.toWellFormed())}`, {
        as: world.admin,
        headers: { 'content-type': 'application/octet-stream' },
        body: { base64: Buffer.from(changed).toString('base64') },
      });
    },
    send: (input) => {
      if (input.kind !== 'request') throw new Error('not a request');
      return sendRequest(world, input);
    },
  };
}

/** A desk folder as `vaktis import` reads it. */
export async function createFolderEntrance(dice: Dice): Promise<Entrance> {
  const demo = await filesIn(demoFolder);
  const small = Object.entries(demo).filter(
    ([name]) => !name.startsWith('notes/') || name.startsWith('notes/solrosen/'),
  );
  return {
    name: 'desk folder',
    share: 2,
    make() {
      const at = dice.under(small.length);
      const changed = small.map(([name, text], index) => {
        const spoilt = index === at ? mutateText(text, dice) : text;
        return [name, Buffer.from(spoilt).toString('base64')] as const;
      });
      return { kind: 'files', files: Object.fromEntries(changed) };
    },
    send: checkFolder,
  };
}

async function checkFolder(input: FuzzInput): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'vaktis-fuzz-'));
  try {
    for (const [name, base64] of Object.entries(input.kind === 'files' ? input.files : {})) {
      await mkdir(dirname(join(dir, name)), { recursive: true });
      await writeFile(join(dir, name), Buffer.from(base64, 'base64'));
    }
    const { faults } = await checkDeskFolder(dir);
    return {
      what: faults.some(({ severity }) => severity === 'error') ? 'faults named' : 'taken',
      fault: null,
    };
  } catch (error) {
    return refusedOr(error);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** A backup as `vaktis restore` reads it, before anything is written. */
export async function createBackupEntrance(world: FuzzWorld, dice: Dice): Promise<Entrance> {
  const path = join(world.folder, 'whole.backup');
  await writeBackup({ database: world.opened.database, now: () => new Date(), version: '0.1.0' }, path);
  const packed = await readFile(path);
  const lines = gunzipSync(packed).toString('utf8');
  return {
    name: 'restore file',
    share: 2,
    make() {
      const bytes =
        dice.under(2) === 0 ? gzipSync(mutateText(lines, dice), { level: 1 }) : mutateBytes(packed, dice);
      return { kind: 'files', files: { backup: Buffer.from(bytes).toString('base64') } };
    },
    send: readWhole,
  };
}

async function readWhole(input: FuzzInput): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'vaktis-fuzz-'));
  try {
    const path = join(dir, 'b');
    await writeFile(
      path,
      Buffer.from((input.kind === 'files' ? input.files.backup : undefined) ?? '', 'base64'),
    );
    for await (const _part of readBackup(path));
    return { what: 'whole', fault: null };
  } catch (error) {
    return refusedOr(error);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Said in words to whoever asked; anything else is a crash. */
function refusedOr(error: unknown): Outcome {
  if (error instanceof InvalidInput || error instanceof NotFound) return { what: 'refused', fault: null };
  return {
    what: 'crash',
    fault: `threw ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'something'}`,
  };
}
