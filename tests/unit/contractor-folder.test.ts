import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderTicket } from '#adapters/contractor/folder/schema.ts';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { contractor } from '../support/small-desk.ts';

let dataFolder: string;
let ticket: ContractorTicket;
const desk = contractor();

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'vaktis-folder-'));
  const world = createWorld();
  const { case: opened } = await open(world, {
    text: 'Hej!\n# Kontot är låst',
    category: { id: 'account', confidence: 1 },
  });
  const filtered = filterForContractor(opened, desk, world.desk);
  const message = { number: 1, earlier: [], unsureTries: 0 };
  ticket = {
    reference: opened.number,
    case: filtered.case,
    deskName: 'Testdesken',
    siteName: 'Solen',
    message,
  };
});

afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const connectors = () =>
  createContractorConnectors({ dataFolder, now: () => new Date('2026-11-23T10:00:00Z') });
const outbox = () => join(dataFolder, 'outbox', 'servicedesk');
const readTicket = async () =>
  FolderTicket.parse(JSON.parse(await readFile(join(outbox(), 'VK-1001.json'), 'utf8')));

test('a case becomes a JSON and a Markdown file in the contractor’s outbox, and nothing else', async () => {
  expect(await connectors()(desk).create(ticket, desk)).toEqual({ contractorReference: null });
  expect((await readdir(outbox())).sort()).toEqual(['VK-1001.json', 'VK-1001.md']);
  expect(await readTicket()).toMatchObject({
    reference: 'VK-1001',
    requester: { name: 'Eva' },
    site: { name: 'Solen', facts: { switch: 'SW-441' } },
    withheld: ['alarm_code', 'key_location'],
    comments: [],
  });
  const markdown = await readFile(join(outbox(), 'VK-1001.md'), 'utf8');
  expect(markdown).toContain('# VK-1001: ');
  expect(markdown).toContain('> # Kontot är låst');
  expect(markdown).toContain('Utelämnat: alarm_code, key_location');
  expect(markdown).not.toContain('907612');
});

test('the same case again changes nothing, and keeps the comments', async () => {
  const connector = connectors()(desk);
  await connector.create(ticket, desk);
  await connector.comment(ticket, desk, 'Eva: fortfarande låst');
  const before = await readFile(join(outbox(), 'VK-1001.json'), 'utf8');
  await connector.create(ticket, desk);
  expect(await readFile(join(outbox(), 'VK-1001.json'), 'utf8')).toBe(before);
});

test('comments at the same moment are all kept, in both files', async () => {
  const connector = connectors()(desk);
  await connector.create(ticket, desk);
  await Promise.all(['ett', 'två', 'tre'].map((text) => connector.comment(ticket, desk, text)));
  expect((await readTicket()).comments.map(({ text }) => text)).toEqual(['ett', 'två', 'tre']);
  expect(await readFile(join(outbox(), 'VK-1001.md'), 'utf8')).toContain('2026-11-23T10:00:00.000Z: tre');
});

test('the folder can be set, relative to the data folder', async () => {
  const other = contractor({ settings: { folder: 'ut/mapp' } });
  await connectors()(other).create(ticket, other);
  expect(await readdir(join(dataFolder, 'ut', 'mapp'))).toHaveLength(2);
});

test('a file of that name with something else in it is never overwritten', async () => {
  const connector = connectors()(desk);
  await connector.create(ticket, desk);
  const path = join(outbox(), 'VK-1001.json');
  await writeFile(path, '{"mine":true}');
  await expect(connector.comment(ticket, desk, 'x')).rejects.toMatchObject({ retryable: false });
  expect(await readFile(path, 'utf8')).toBe('{"mine":true}');
});

test('a path that cannot be a folder is a final failure, and leaves no half files', async () => {
  await writeFile(join(dataFolder, 'outbox'), 'a file');
  await expect(connectors()(desk).create(ticket, desk)).rejects.toMatchObject({
    name: 'OutsideSystemFailed',
    retryable: false,
  });
  expect(await readdir(dataFolder)).toEqual(['outbox']);
});

test('a kind of system that is not spoken here is a final failure', async () => {
  const zammad = contractor({ connector: 'zammad' });
  await expect(connectors()(zammad).create(ticket, zammad)).rejects.toMatchObject({ retryable: false });
});
