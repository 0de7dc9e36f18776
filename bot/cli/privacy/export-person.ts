import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { readPerson } from '#adapters/storage/privacy/read-person.ts';
import type { Case } from '#bot/handoff/case.ts';
import { renderExportIndex } from '#bot/privacy/export-index.ts';
import { createMask, ownPart } from '#bot/privacy/own-part.ts';
import type { PersonRecord } from '#bot/privacy/person-record.ts';
import { renderCase } from '#bot/privacy/render-case.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';
import { type DeskBasis, namesIn, readDeskBasis } from './desk-basis.ts';

type Options = { readonly by?: string; readonly out?: string };

export const registerExportPerson: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('export')
    .argument('<PERSON>', words.person)
    .description(words.export)
    .option('--out <FILE>', words.out)
    .option('--by <UPN>', words.by)
    .action(async (person: string, options: Options) => {
      await exportPerson(person, options, context);
      exitWith(0);
    });
};

async function exportPerson(person: string, { by, out }: Options, context: CommandContext): Promise<void> {
  const storage = await context.storage();
  const basis = await readDeskBasis(storage);
  const record = await readPerson(storage.database, person, by ?? 'console');
  const path = resolve(context.cwd, out ?? `vaktis-${person.replaceAll(/[^\w.@-]/g, '_')}.zip`);
  // Readable by its owner only, and never over another file.
  await writeFile(path, zipSync(pack(record, basis)), { mode: 0o600, flag: 'wx' });
  context.write(words.exported(path, record.cases.length, record.files.length));
  context.tell(words.readFirst);
}

/** The names in a zip are ours, so that no file's own name leads anywhere. */
function pack(record: PersonRecord, basis: DeskBasis): Zippable {
  const mask = createMask(record);
  const parts = record.cases.map((item) => ({ item, part: ownPart(item, record) }));
  const all = {
    person: record.identity,
    cases: parts.map(({ part }) => part),
    ...Object.fromEntries(record.tables),
  };
  const cases = parts.map(({ item, part }) => [
    `arenden/${item.number}.md`,
    strToU8(String(mask(renderCase(toReadable(item, part), namesIn(basis.desk))))),
  ]);
  const files = record.files.map(({ bytes, name }, n) => [
    `filer/${n + 1}-${name.replaceAll(/[^\p{L}\d._-]/gu, '_').slice(-60)}`,
    bytes,
  ]);
  return {
    'LAS-MIG.md': strToU8(renderExportIndex(record, basis)),
    'uppgifter.json': strToU8(JSON.stringify(mask(toPlain(all)), null, 2)),
    ...Object.fromEntries([...cases, ...files]),
  };
}

function toReadable(item: Case, part: Readonly<Record<string, unknown>>): Parameters<typeof renderCase>[0] {
  const { number, state, category, siteId, createdAt, resolvedAt } = item;
  const facts = { number, state, category, siteId, createdAt, resolvedAt };
  if (part.role !== 'reported') return facts;
  const { title, packet, resolution, reports } = item;
  const own =
    packet.symptom === part.symptom
      ? packet
      : reports?.find((one) => one.packet.symptom === part.symptom)?.packet;
  if (own === undefined) return facts;
  return {
    ...facts,
    title,
    resolution,
    symptom: own.symptom,
    dialogue: own.dialogue,
    attachments: own.attachments,
  };
}

function toPlain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
