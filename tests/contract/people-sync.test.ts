import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createPeopleStore } from '#adapters/storage/people-store.ts';
import { createPeopleCommand } from '#bot/cli/people.ts';
import { explain } from '#bot/cli/run-command.ts';
import { readConfig } from '#bot/config.ts';
import { identify } from '#bot/conversation/identify.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildPerson, buildSettings, buildSite, buildTechnician } from '../support/desk-builders.ts';
import { app, graphUser, type Microsoft, startMicrosoft, tenant } from '../support/microsoft-server.ts';
import { makeFolder, openTestStorage } from '../support/storage.ts';

const at = new Date('2026-11-23T08:00:00Z');
const karin = 'karin@ekbacken.example';
const settings = buildSettings({
  peopleRules: [
    { when: { department: ['Vikarie*'] }, gives: { kind: 'leave-out' } },
    { when: {}, gives: { kind: 'site-named-by', field: 'office' } },
    { when: { city: ['Ekbacken'] }, gives: { kind: 'sites', siteIds: ['kontoret'] } },
  ],
});
const items: DeskItem[] = [
  { kind: 'settings', id: 'desk', value: settings },
  { kind: 'site', id: 'solrosen', value: buildSite() },
  { kind: 'site', id: 'kontoret', value: buildSite({ id: 'kontoret', name: 'Kontoret', aliases: [] }) },
  {
    kind: 'person',
    id: karin,
    value: buildPerson({ upn: karin, name: 'Karin Lind', homeSiteIds: [], roles: ['technician'] }),
  },
  { kind: 'technician', id: karin, value: buildTechnician({ upn: karin }) },
];

let microsoft: Microsoft;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let opened: OpenStorage;
let waits: number[] = [];

beforeAll(async () => {
  microsoft = await startMicrosoft();
  folder = await makeFolder();
  opened = await openTestStorage();
  const imported = new Map(items.map((item) => [keyOf(item), fingerprintOf(item)]));
  await opened.desk.applyChanges({ upsert: items, remove: [], imported, basedOn: '0' });
});

afterAll(async () => {
  await opened.close();
  await folder.remove();
  await microsoft.close();
});

beforeEach(async () => {
  waits = [];
  Object.assign(microsoft.state, { users: [], next: [], refuses: null, asked: [] });
  await opened.database.query('delete from directory_people');
  await opened.database.query('delete from contacts');
});

const registration = {
  MicrosoftAppTenantId: tenant,
  VAKTIS_GRAPH_CLIENT_ID: app.id,
  VAKTIS_GRAPH_CLIENT_SECRET: app.secret,
};

async function people(argv: readonly string[], environment: NodeJS.ProcessEnv = registration) {
  const lines: string[] = [];
  let exit = 0;
  const program = new Command().exitOverride();
  const context = {
    cwd: folder.path,
    write: (line: string) => void lines.push(line),
    tell: () => undefined,
    storage: async () => opened,
  };
  const network = {
    fetch,
    loginUrl: microsoft.url,
    graphUrl: microsoft.url,
    now: () => at,
    wait: async (milliseconds: number) => void waits.push(milliseconds),
  };
  createPeopleCommand(() => readConfig(environment), network)(program, context, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(['people', ...argv], { from: 'user' });
  } catch (error) {
    lines.push(explain(error));
    exit = 1;
  }
  return { exit, text: lines.join('\n') };
}

async function csv(rows: string, ...options: string[]) {
  await writeFile(join(folder.path, 'people.csv'), rows);
  return people(['sync', '--csv', 'people.csv', ...options]);
}

const currentDesk = async () => {
  const source = opened.deskSource((notes, desk) =>
    createNoteSearch(notes, { timezone: desk.settings.timezone }),
  );
  return (await source.current()).desk;
};

const header = 'id,userPrincipalName,displayName,department,officeLocation,city,accountEnabled\n';
const hannasId = '00fed3d6-36a2-5585-9065-3d1bf1869d69';
const hanna = `${hannasId},hanna@ekbacken.example,Hanna Nilsson,Förskola,Solan,,true\n`;

describe('vaktis people sync, from a list', () => {
  it('changes nothing when it is dry, and says what each rule found and whom none fits', async () => {
    const { exit, text } = await csv(
      `${header}${hanna}x,kamrer@ekbacken.example,Kalle K,Ekonomi,Stadshuset,Annanstans,true\n`,
      '--dry-run',
    );
    expect(exit).toBe(0);
    expect(text).toContain('2. → site_named_by office: 1 (hanna@ekbacken.example)');
    expect(text).toContain('Stadshuset · Ekonomi · Annanstans: 1 (kamrer@ekbacken.example)');
    expect(text).toContain('Would be: 1 new');
    expect((await opened.database.query('select * from directory_people')).rows).toEqual([]);
  });

  it('makes a new colleague known by the object id, with the site and nothing that is not used', async () => {
    expect((await csv(header + hanna)).exit).toBe(0);
    const desk = await currentDesk();
    const person = identify({ aadObjectId: hannasId.toUpperCase(), name: 'H' }, desk);
    expect(person).toMatchObject({ upn: 'hanna@ekbacken.example', homeSiteIds: ['solrosen'], phone: null });
    // Their upn changes when they marry; they are known all the same, as the one whom the cases know.
    const married = hanna.replace('hanna@', 'hanna.berg@');
    expect((await csv(header + married)).text).toContain('1 changed');
    const after = identify({ aadObjectId: hannasId, name: 'H' }, await currentDesk());
    expect(after).toMatchObject({ upn: 'hanna@ekbacken.example', homeSiteIds: ['solrosen'] });
  });

  it('lets what the desk itself says win, and gives its technician an object id', async () => {
    const id = '14b8a960-97fb-5424-bfc8-75a9439091ad';
    await csv(`${header}${id},${karin},Lind Karin (it),IT,Kontoret,,true\n`);
    expect(identify({ aadObjectId: id, name: '' }, await currentDesk())).toMatchObject({
      upn: karin,
      name: 'Karin Lind',
      roles: ['technician'],
    });
  });

  it('marks who left, keeps the row, and says it of a technician', async () => {
    await csv(`${header}${hanna}14b8a960-97fb-5424-bfc8-75a9439091ad,${karin},Karin,IT,Kontoret,,true\n`);
    const { text } = await csv(`${header}${hanna}`, '--language', 'sv');
    expect(text).toContain(`${karin} är tekniker här men har slutat enligt katalogen`);
    expect(text).toContain('1 markerade som slutade');
    const { rows } = await opened.database.query(
      'select inactive_since from directory_people where id = $1',
      [karin],
    );
    expect(rows).toEqual([{ inactive_since: at }]);
    expect((await currentDesk()).technicians.has(karin)).toBe(true);
  });

  it('stops when a large part would vanish, and goes on when that is meant', async () => {
    const many = Array.from({ length: 8 }, (_, n) =>
      hanna.replace(hannasId, `00fed3d6-36a2-5585-9065-00000000000${n}`).replace('hanna@', `p${n}@`),
    );
    await csv(header + many.join(''));
    const fewer = header + many.slice(4).join('');
    const { exit, text } = await csv(fewer);
    expect(exit).toBe(1);
    expect(text).toContain('Stopped: 4 (50 %)');
    expect((await currentDesk()).people.size).toBe(9);
    expect((await csv(fewer, '--partial')).text).toContain('0 marked as gone');
    expect((await csv(fewer, '--allow-removals')).text).toContain('4 marked as gone');
    expect((await currentDesk()).people.size).toBe(5);
    expect((await csv(fewer, '--forget-after', '30')).text).not.toContain('forgotten');
  });

  it('keeps the cases and the way to somebody who wrote before anybody knew them', async () => {
    const before = `unlisted:${hannasId}`;
    const address = { channelId: 'msteams', conversationId: 'c1', locale: null };
    await opened.database.query(
      `insert into contacts (upn, aad_object_id, reachable, data) values ($1, $2, true, $3)`,
      [before, hannasId, JSON.stringify(address)],
    );
    await opened.database.query(
      `insert into cases (id, state, category, urgency, people, created_at, updated_at, data)
       values ('k1', 'new', 'printer', 1, $1, now(), now(), $2)`,
      [[before, karin], JSON.stringify({ requesterUpn: before, text: `${before} wrote this` })],
    );
    await csv(header + hanna);
    const { rows } = await opened.database.query(`select people, version, data from cases where id = 'k1'`);
    expect(rows).toEqual([
      {
        people: ['hanna@ekbacken.example', karin],
        version: 2,
        data: { requesterUpn: 'hanna@ekbacken.example', text: `${before} wrote this` },
      },
    ]);
    const contacts = await opened.database.query('select upn from contacts');
    expect(contacts.rows).toEqual([{ upn: 'hanna@ekbacken.example' }]);
    await opened.database.query('delete from cases');
  });

  it('reads semicolons and Swedish headings, and passes over rows that name nobody', async () => {
    const { text } = await csv(
      '\ufeffObjekt-ID;UPN;Namn;Förvaltning;Kontor\r\n' +
        `${hannasId};Hanna@Ekbacken.Example;"Nilsson; Hanna";;solrosen\r\n;inte en upn;;;\r\n`,
    );
    expect(text).toContain('1 unreadable');
    expect((await currentDesk()).people.get('hanna@ekbacken.example')?.name).toBe('Nilsson; Hanna');
  });

  it.each([
    ['no columns of people', 'a,b\n1,2\n', 'people.csv:1: There must be a column userPrincipalName'],
    ['nobody', header, 'names nobody at all'],
    ['only people who left', `${header}${hanna.replace('true', 'false')}`, 'names nobody at all'],
    ['an open quote', `${header}"x\n`, 'people.csv:2:'],
  ])('refuses a file with %s, and changes nothing', async (_, rows, words) => {
    const { exit, text } = await csv(rows);
    expect(exit).toBe(1);
    expect(text).toContain(words);
  });

  it('tries rules from a file, dry only, and names what is wrong in it', async () => {
    await writeFile(join(folder.path, 'rules.yaml'), '- { office: "Sol*", site: solrosen }\n');
    const tried = await csv(header + hanna, '--rules', 'rules.yaml', '--dry-run', '--json');
    expect(JSON.parse(tried.text)).toMatchObject({
      rules: [{ text: 'office: Sol* → solrosen', matched: 1 }],
    });
    expect((await csv(header + hanna, '--rules', 'rules.yaml')).text).toContain('with --dry-run');
    await writeFile(join(folder.path, 'rules.yaml'), '- { office: "Sol*", site: borta }\n');
    expect((await csv(header + hanna, '--rules', 'rules.yaml', '--dry-run')).text).toContain(
      'do not exist: borta',
    );
    await writeFile(join(folder.path, 'rules.yaml'), '- { offcie: "Sol*", site: solrosen }\n');
    expect((await csv(header + hanna, '--rules', 'rules.yaml', '--dry-run')).text).toContain('rules.yaml:1');
  });

  it('changes nothing when the desk was changed while it read', async () => {
    const store = createPeopleStore(opened.database);
    const { revision } = await store.load();
    const none = { add: [], update: [], leave: [], forget: [] };
    const about = { at, source: 'csv' as const, basedOn: revision - 1 };
    await expect(store.apply(none, about)).rejects.toThrow('changed meanwhile');
    expect((await store.load()).revision).toBe(revision);
  });

  it('forgets for good who left long ago, when it is asked to', async () => {
    const karinToo = `14b8a960-97fb-5424-bfc8-75a9439091ad,${karin},Karin,IT,Kontoret,,true\n`;
    await csv(header + hanna + karinToo);
    await csv(header + karinToo);
    await opened.database.query(
      `update directory_people set inactive_since = inactive_since - interval '91 days'`,
    );
    expect((await csv(header + karinToo, '--forget-after', '90')).text).toContain('1 forgotten');
    const { rows } = await opened.database.query('select id from directory_people');
    expect(rows).toEqual([{ id: karin }]);
  });

  it('asks for one source', async () => {
    expect((await people(['sync'])).text).toContain('Which source?');
    expect((await people(['sync', '--csv', 'x', '--graph'])).text).toContain('Which source?');
  });
});

describe('vaktis people sync, from Microsoft Graph', () => {
  const sync = (...options: string[]) => people(['sync', '--graph', ...options]);

  it('reads page after page, asks for the fields that are used, and leaves guests and closed accounts', async () => {
    microsoft.state.users = [
      graphUser('hanna', { officeLocation: 'Solan', preferredLanguage: 'sv-SE' }),
      graphUser('gast', { officeLocation: 'Solan', userType: 'Guest' }),
      graphUser('sven', { city: 'Ekbacken' }),
      graphUser('slutat', { officeLocation: 'Solan', accountEnabled: false }),
      { odd: true },
    ];
    const { text, exit } = await sync('--json');
    expect(exit).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      counts: { entries: 4, guests: 1, closed: 1, unusable: 1, added: 2 },
    });
    expect(microsoft.state.asked.filter((line) => line.startsWith('GET'))).toHaveLength(3);
    expect(microsoft.state.asked.find((line) => line.includes('$select'))).not.toMatch(/mobilePhone|mail/);
    expect((await currentDesk()).people.get('hanna@ekbacken.example')?.language).toBe('sv');
  });

  it('waits as long as it is asked to, and gets a new token when the old one ends', async () => {
    microsoft.state.users = [graphUser('hanna', { officeLocation: 'Solan' })];
    microsoft.state.next = [
      { kind: 'wait', status: 429, retryAfter: '7' },
      { kind: 'wait', status: 503, retryAfter: new Date(at.getTime() + 4_000).toUTCString() },
      { kind: 'cut' },
      { kind: 'refuse', status: 401 },
    ];
    expect((await sync()).exit).toBe(0);
    expect(waits).toEqual([7_000, 4_000, 8_000]);
  });

  it.each([
    [
      'that is busy for ever',
      Array(9).fill({ kind: 'wait', status: 429, retryAfter: '1' }),
      'wait for too long',
    ],
    ['that asks for an hour', [{ kind: 'wait', status: 429, retryAfter: '3600' }], 'wait for too long'],
    ['that lacks the permission', [{ kind: 'refuse', status: 403 }], 'User.Read.All'],
    ['that has lost its way', [{ kind: 'refuse', status: 400 }], 'unexpected (400)'],
    ['that answers something else', [{ kind: 'body', body: { hello: 1 } }], 'unexpected (200)'],
    [
      'that sends the token elsewhere',
      [{ kind: 'body', body: { value: [], '@odata.nextLink': 'https://evil.example/users' } }],
      'unexpected (200)',
    ],
  ] as const)('leaves everything as it was beside a Graph %s', async (_, next, words) => {
    microsoft.state.users = [graphUser('hanna', { officeLocation: 'Solan' })];
    microsoft.state.next = [...next];
    const { exit, text } = await sync();
    expect(exit).toBe(1);
    expect(text).toContain(words);
    expect((await opened.database.query('select * from directory_people')).rows).toEqual([]);
  });

  it.each([
    ['an expired secret', {}, 7000222, 'the secret has expired (AADSTS7000222)'],
    ['a wrong secret', { VAKTIS_GRAPH_CLIENT_SECRET: 'wrong' }, null, 'AADSTS7000215'],
    ['a wrong app id', { VAKTIS_GRAPH_CLIENT_ID: tenant }, null, 'does not know the app id (AADSTS700016)'],
    ['a wrong tenant', { MicrosoftAppTenantId: app.id }, null, 'no tenant of that id (AADSTS90002)'],
  ])('tells of %s, and never the secret', async (_, changes, refuses, words) => {
    microsoft.state.refuses = refuses;
    const { exit, text } = await people(['sync', '--graph'], { ...registration, ...changes });
    expect(exit).toBe(1);
    expect(text).toContain(words);
    expect(text).not.toContain(app.secret);
  });

  it('says what to set when Graph cannot be asked at all', async () => {
    expect((await people(['sync', '--graph'], {})).text).toContain('VAKTIS_GRAPH_CLIENT_ID');
  });
});

describe('vaktis people reach', () => {
  it('lists technicians first, and who removed the app or never met it', async () => {
    await csv(`${header}${hanna}14b8a960-97fb-5424-bfc8-75a9439091ad,${karin},Karin,IT,Kontoret,,true\n`);
    const reach = async (...options: string[]) => (await people(['reach', ...options])).text;
    expect(await reach()).toContain(`Technicians:\n  – Karin Lind <${karin}>: has not met the bot`);
    await opened.database.query(
      `insert into contacts (upn, aad_object_id, reachable, data) values
       ('unlisted:x', '14B8A960-97fb-5424-bfc8-75a9439091ad', false, '{}'), ('hanna@ekbacken.example', null, true, '{}')`,
    );
    expect(await reach()).toContain('✗ Karin Lind');
    expect(await reach('--language', 'sv')).toContain('Övriga: 1 nås, 0 har tagit bort');
    expect(JSON.parse(await reach('--json', '--all'))).toMatchObject({
      counts: { reached: 1, blocked: 1, never: 0 },
      people: [{ upn: karin, reach: 'blocked' }, { reach: 'reached' }],
    });
  });
});
