import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { searchLog } from '#adapters/storage/privacy/audit-log.ts';
import { storedData } from '#bot/privacy/stored-data.ts';
import { commandOn } from '../support/command-line.ts';
import { makeFolder, openTestStorage } from '../support/storage.ts';
import { buildNewCase, minutesAfterNoon, noon } from '../support/storage-builders.ts';
import { demoFolder } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const amina = 'amina.osman@ekbacken.example';
const karin = 'karin.lind@ekbacken.example';

let opened: OpenStorage;
let folder: Awaited<ReturnType<typeof makeFolder>>;
const lines: string[] = [];
beforeAll(async () => {
  folder = await makeFolder();
  opened = await openTestStorage();
  expect(await vaktis('import', demoFolder)).toBe(0);
  await plant();
});
afterAll(async () => {
  await opened?.close();
  await folder?.remove();
});

const vaktis = (...argv: string[]) => commandOn(opened, { cwd: folder.path, lines }, argv);

/** Hanna reported it, Amina joined, Karin mended it; and a later case of Amina's that Hanna has nothing to do with. */
async function plant(): Promise<void> {
  const { stores } = opened.storage;
  const base = buildNewCase();
  const site = {
    ...{ id: 'solrosen', name: 'Solrosen', address: null, phone: null, visitHours: null, visitNotes: null },
    ...{ facts: {}, secretFacts: ['alarm_code'] },
  };
  const requester = { upn: hanna, name: 'Hanna Nilsson', title: 'förskollärare', phone: '08-000 30 02' };
  const dialogue = [
    {
      at: noon,
      who: 'requester' as const,
      name: 'Hanna Nilsson',
      text: 'Skrivaren blinkar. Amina Osman såg det.',
    },
    { at: noon, who: 'technician' as const, name: 'Karin Lind', text: 'Jag kommer.' },
  ];
  const attachments = [{ name: '../bild.png', contentType: 'image/png', id: 'f1', size: 3 }];
  const packet = {
    ...base.packet,
    requester,
    site,
    dialogue,
    attachments,
    withheld: ['personal-identity-number'],
  };
  const other = {
    ...base.packet,
    requester: { upn: amina, name: 'Amina Osman', title: null, phone: '08-000 30 03' },
  };
  const made = await stores.cases.create({
    ...base,
    ...{ requesterUpn: hanna, reporterUpns: [amina], state: 'closed', packet, resolution: 'Bytte toner.' },
    assignee: { kind: 'technician', id: karin },
    reports: [
      {
        ...{ upn: amina, at: noon, siteId: 'solrosen', packet: { ...other, symptom: 'aminas egna ord' } },
        ...{ priority: base.priority, replyLanguage: 'sv', splitInto: null, works: true },
      },
    ],
    resolvedAt: minutesAfterNoon(60),
  });
  await stores.cases.addEvent({ caseId: made.id, at: noon, kind: 'resolved', actor: karin, data: {} });
  await stores.attachments.add({
    id: 'f1',
    at: noon,
    name: '../bild.png',
    contentType: 'image/png',
    bytes: new Uint8Array([1, 2, 3]),
  });
  await stores.cases.create({
    ...buildNewCase(),
    requesterUpn: amina,
    packet: other,
    title: 'hemligt för Hanna',
    state: 'closed',
    createdAt: new Date('2026-12-24T12:00:00Z'),
  });
}

describe('the export of one person’s data', () => {
  let files: Record<string, Uint8Array> = {};
  const text = () =>
    Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');

  it('holds what is theirs, to read and for machines, with their files', async () => {
    expect(await vaktis('privacy', 'export', hanna, '--out', 'hanna.zip'), lines.join('\n')).toBe(0);
    expect((await stat(join(folder.path, 'hanna.zip'))).mode & 0o777).toBe(0o600);
    files = unzipSync(await readFile(join(folder.path, 'hanna.zip')));
    expect(Object.keys(files)).toEqual([
      'LAS-MIG.md',
      'uppgifter.json',
      expect.stringMatching(/^arenden\/VK-\d+\.md$/),
      'filer/1-.._bild.png',
    ]);
    expect(text()).toContain('Skrivaren blinkar');
    expect(text()).toContain('Bytte toner');
    expect(text()).toContain('08-000 30 02');
    const all = JSON.parse(strFromU8(files['uppgifter.json'] ?? new Uint8Array()));
    expect(all).toMatchObject({ people: [{ id: hanna }], cases: [{ role: 'reported', others: 1 }] });
  });

  it('names nobody else who is in the same thread, and shows nothing of theirs', () => {
    for (const one of [amina, 'Amina Osman', '08-000 30 03', 'aminas egna ord', 'hemligt för Hanna', karin])
      expect(text()).not.toContain(one);
    expect(text()).toContain('en annan person såg det');
  });

  it('shows whoever worked on a case what they did, and not the case', async () => {
    expect(await vaktis('privacy', 'export', karin, '--out', 'karin.zip')).toBe(0);
    const karins = unzipSync(await readFile(join(folder.path, 'karin.zip')));
    const all = JSON.parse(strFromU8(karins['uppgifter.json'] ?? new Uint8Array()));
    expect(all.cases).toMatchObject([{ role: 'handled', steps: [{ kind: 'resolved', byThem: true }] }]);
    expect(JSON.stringify(all)).not.toContain('Skrivaren blinkar');
  });

  it('is logged, never overwrites, and is refused for nobody', async () => {
    expect(await vaktis('privacy', 'export', hanna, '--out', 'hanna.zip')).not.toBe(0);
    expect(await vaktis('privacy', 'export', 'nobody@x.example')).toBe(1);
    const rows = await searchLog(opened.database, { about: hanna, action: 'person-exported', limit: 5 });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the archive', () => {
  it('holds ended cases of the days, their files, marks of secrecy and checksums that fit', async () => {
    expect(
      await vaktis('privacy', 'archive', 'arkiv', '--from', '2026-11-01', '--to', '2026-11-30'),
      lines.join('\n'),
    ).toBe(0);
    const root = join(folder.path, 'arkiv');
    const sums = (await readFile(join(root, 'manifest-sha256.txt'), 'utf8')).trim().split('\n');
    for (const line of sums) {
      const [sum = '', path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(await readFile(join(root, path)))
          .digest('hex'),
      ).toBe(sum);
    }
    const inData = await readdir(join(root, 'data'), { recursive: true, withFileTypes: true });
    expect(inData.filter((entry) => entry.isFile())).toHaveLength(sums.length);
    expect(sums.map((line) => line.split('/').at(-1)).sort()).toEqual([
      'arende.json',
      'arende.md',
      'beskrivning.json',
      'f1-__bild.png',
    ]);
    const [number = ''] = await readdir(join(root, 'data/arenden'));
    const kept = JSON.parse(await readFile(join(root, 'data/arenden', number, 'arende.json'), 'utf8'));
    expect(kept.secrecy.join(' ')).toMatch(/18 kap\. 8 § OSL.*personal-identity-number/);
    expect(kept.case.packet.symptom).toBe('skrivaren blinkar orange');
    const page = await readFile(join(root, 'data/arenden', number, 'arende.md'), 'utf8');
    expect(page).toContain('Kan omfattas av sekretess');
    expect(page).toMatch(/- Läge: \p{Ll}+\n- Gäller: \p{L}.+\n- Plats: \p{Lu}/u);
    expect(page).not.toMatch(/: (?:opened|resolved|closed|joined|detail-added|printer)$/m);
    const about = JSON.parse(await readFile(join(root, 'data/beskrivning.json'), 'utf8'));
    expect(about).toMatchObject({ cases: 1, from: '2026-11-01' });
    expect(about.decisions).toHaveLength(storedData.length);
  });

  it('never writes over what is archived, and wants days', async () => {
    expect(await vaktis('privacy', 'archive', 'arkiv', '--from', '2026-11-01', '--to', '2026-11-30')).toBe(1);
    expect(await vaktis('privacy', 'archive', 'annat', '--from', 'igår', '--to', '2026-11-30')).toBe(1);
    expect(lines.join('\n')).toContain('2026-01-31');
  });
});

describe('the papers', () => {
  it('are written from the table, in Swedish', async () => {
    expect(await vaktis('privacy', 'report', 'papper'), lines.join('\n')).toBe(0);
    const read = (name: string) => readFile(join(folder.path, 'papper', name), 'utf8');
    const record = await read('registerforteckning.md');
    for (const { what, subjects } of storedData) if (subjects.length > 0) expect(record).toContain(what);
    expect(record).toContain('6.1 e');
    expect(record).toMatch(/2 år efter den senaste ändringen, sedan tas namn och text bort/);
    expect(record).toContain('Den som har raderats står kvar i äldre kopior.');
    expect(await read('konsekvensbedomning.md')).toContain('[Fyll i:');
    expect(await read('ai-forordningen.md')).toContain('Ingen språkmodell är inställd');
    expect(await read('sekretess-for-redaktorer.md')).toContain('18 kap. 8 § OSL');
  });

  it('show what is due to be weeded and change nothing', async () => {
    expect(await vaktis('privacy', 'retain', '--dry-run', '--json')).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ isFinished: true });
    expect(await vaktis('privacy', 'retain', '--minutes', 'all')).toBe(2);
  });
});
