import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createDoctorCommand } from '#bot/cli/doctor.ts';
import { readConfig } from '#bot/config.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { type BotOnLoopback, startBot } from '../replay/bot-on-loopback.ts';
import { buildPerson, buildSettings, buildSite, buildTechnician } from '../support/desk-builders.ts';
import { goodAnswer, startFaultyImap } from '../support/faulty-imap.ts';
import { type Helpdesk, startHelpdesk } from '../support/helpdesks/helpdesk.ts';
import { vendors } from '../support/helpdesks/vendors.ts';
import { zammad } from '../support/helpdesks/zammad.ts';
import { app, type Microsoft, startMicrosoft, tenant } from '../support/microsoft-server.ts';
import { contractor } from '../support/small-desk.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';
import { makeFolder, openTestStorage } from '../support/storage.ts';
import { registration } from '../support/teams-registration.ts';

const publicUrl = 'https://vaktis.ekbacken.example';
const uri = `api://vaktis.ekbacken.example/botid-${app.id}`;
const technicians = ['karin', 'omar'].map((name) => `${name}@ekbacken.example`);
const letters = { user: 'vaktis', pass: 'right-letter-password' };

let microsoft: Microsoft;
let bot: BotOnLoopback;
let helpdesk: Helpdesk;
let smtp: TestSmtpServer;
let opened: OpenStorage;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let settled: readonly unknown[] = [];

beforeAll(async () => {
  microsoft = await startMicrosoft();
  bot = await startBot({ settings: registration });
  helpdesk = await startHelpdesk(zammad, () => new Date());
  smtp = await startSmtpServer(letters);
  folder = await makeFolder();
  opened = await openTestStorage();
  const people = technicians.map((upn) => buildPerson({ upn, name: upn, roles: ['technician'] }));
  const items: DeskItem[] = [
    { kind: 'settings', id: 'desk', value: deskWith(zammadContractor()) },
    { kind: 'site', id: 'solrosen', value: buildSite() },
    ...people.map((value): DeskItem => ({ kind: 'person', id: value.upn, value })),
    ...technicians.map((upn): DeskItem => ({ kind: 'technician', id: upn, value: buildTechnician({ upn }) })),
  ];
  const imported = new Map(items.map((item) => [keyOf(item), fingerprintOf(item)]));
  await opened.desk.applyChanges({ upsert: items, remove: [], imported, basedOn: '0' });
  const { rows } = await opened.database.query('select number, name from migrations order by number');
  settled = rows;
});

afterAll(async () => {
  await opened.close();
  await folder.remove();
  await smtp.close();
  await helpdesk.close();
  await bot.close();
  await microsoft.close();
});

beforeEach(async () => {
  Object.assign(microsoft.state, { refuses: null, resources: [uri], ahead: 0, asked: [] });
  for (const upn of technicians) await meet(upn, true);
  await setDesk(zammadContractor());
  await writePackage('vaktis.ekbacken.example');
});

afterEach(async () => {
  await opened.database.query('delete from migrations');
  await opened.database.query(
    'insert into migrations (number, name) select number, name from jsonb_to_recordset($1) as row (number int, name text)',
    [JSON.stringify(settled)],
  );
});

const zammadContractor = () =>
  contractor({
    connector: 'zammad',
    settings: { url: helpdesk.url, group: 'Användarstöd', customer: 'desken@kommunen.example' },
  });
const deskWith = (one: ReturnType<typeof contractor>) => buildSettings({ contractors: [one] });

async function setDesk(one: ReturnType<typeof contractor>) {
  await opened.database.query('update desk_settings set data = $1', [JSON.stringify(deskWith(one))]);
}

async function meet(upn: string, reachable: boolean) {
  await opened.database.query(
    `insert into contacts (upn, reachable, data) values ($1, $2, '{}')
     on conflict (upn) do update set reachable = excluded.reachable`,
    [upn, reachable],
  );
}

async function writePackage(host: string, changes: Record<string, unknown> = {}) {
  const manifest = {
    version: '1.2.3',
    bots: [{ botId: app.id }],
    validDomains: [host],
    webApplicationInfo: { id: app.id, resource: `api://${host}/botid-${app.id}` },
    ...changes,
  };
  const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)) });
  await writeFile(join(folder.path, 'vaktis-teams.zip'), zip);
}

const good = () => ({
  NODE_ENV: 'production',
  MicrosoftAppId: app.id,
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: app.secret,
  VAKTIS_PUBLIC_URL: publicUrl,
  VAKTIS_SMTP_URL: `smtp://${letters.user}:${letters.pass}@127.0.0.1:${smtp.port}?tls=optional`,
  VAKTIS_MAIL_FROM: 'vaktis@ekbacken.example',
  VAKTIS_CONTRACTOR_SERVICEDESK_USER: 'vaktis',
  VAKTIS_CONTRACTOR_SERVICEDESK_SECRET: 'right-token-at-the-helpdesk',
});

type Target = string | Error | (() => Response);

/** The public name leads to the bot on this machine, or to what is given. */
function through(target: Target): typeof fetch {
  return async (input, init) => {
    const url = String(input);
    if (!url.startsWith(publicUrl)) return fetch(url, init);
    if (target instanceof Error) throw target;
    if (typeof target === 'function') return target();
    return fetch(url.replace(publicUrl, target), init);
  };
}

type Setup = {
  readonly environment?: NodeJS.ProcessEnv;
  readonly target?: Target;
  /** Milliseconds by which this machine's clock is ahead. */
  readonly ahead?: number;
  readonly options?: readonly string[];
};

async function doctor({ environment = {}, target = bot.url, ahead = 0, options = [] }: Setup = {}) {
  const lines: string[] = [];
  let exit = 0;
  const program = new Command().exitOverride();
  const context = {
    cwd: folder.path,
    write: (line: string) => void lines.push(line),
    tell: () => undefined,
    storage: () => Promise.reject(new Error('the doctor migrates nothing')),
    database: async () => opened.database,
  };
  const network = {
    fetch: through(target),
    loginUrl: microsoft.url,
    now: () => new Date(Date.now() + ahead),
  };
  const settings = { ...good(), ...environment };
  createDoctorCommand(() => readConfig(settings), network)(program, context, (code) => {
    exit = code;
  });
  await program.parseAsync(['doctor', ...options], { from: 'user' });
  const text = lines.join('\n');
  for (const secret of [app.secret, letters.pass, 'right-token-at-the-helpdesk', 'wrong-secret']) {
    expect(text).not.toContain(secret);
  }
  return { exit, text };
}

describe('vaktis doctor on a set-up that works', () => {
  it('finds every step well, and says so', async () => {
    const { exit, text } = await doctor();
    expect(text).not.toMatch(/[✗!] /);
    for (const step of [
      'settings: read',
      'database: answers',
      'schema: is up to date',
      'bot credentials: Entra gives the bot a token',
      `address from outside: ${publicUrl} answers over TLS`,
      'refuses strangers: /api/messages turns an unsigned post away with 401',
      `tab sign-in: Entra knows ${uri}`,
      'app package: vaktis-teams.zip (1.2.3) fits',
      'mail server: 127.0.0.1 lets us in',
      'contractor servicedesk: answers and lets us in (zammad)',
      'technicians: the bot reaches all 2',
      'clock: right within',
    ]) {
      expect(text).toContain(`✓ ${step}`);
    }
    expect(text).toContain('Everything that is set works.');
    expect(exit).toBe(0);
    expect(bot.received).toEqual([]);
    expect(smtp.received).toEqual([]);
    expect(helpdesk.tickets).toEqual([]);
  });

  it('says the same as data, and in Swedish', async () => {
    const { text } = await doctor({ options: ['--json'] });
    const { checks, faults, warnings } = JSON.parse(text);
    expect({ faults, warnings }).toEqual({ faults: 0, warnings: 0 });
    expect(checks).toContainEqual({
      id: 'contractor:servicedesk',
      name: 'contractor servicedesk',
      state: 'ok',
      said: 'answers and lets us in (zammad)',
      todo: null,
    });
    expect((await doctor({ options: ['--language', 'sv'] })).text).toContain('Allt som är satt fungerar.');
  });

  it.each(vendors)('signs in to a contractor’s $kind without leaving anything there', async (vendor) => {
    const theirs = await startHelpdesk(vendor.api(), () => new Date());
    await setDesk(contractor({ connector: vendor.kind, settings: { url: theirs.url, ...vendor.settings } }));
    const { text } = await doctor();
    await theirs.close();
    expect(text).toContain(`✓ contractor servicedesk: answers and lets us in (${vendor.kind})`);
    expect(theirs.asked.length).toBeGreaterThan(0);
    expect(theirs.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

type Broken = readonly [
  what: string,
  setup: () => Promise<Setup> | Setup,
  check: string,
  said: string,
  todo: string,
];

const broken: readonly Broken[] = [
  [
    'an expired secret',
    () => {
      microsoft.state.refuses = 7000222;
      return {};
    },
    'credentials',
    'the secret has expired (AADSTS7000222)',
    'set MicrosoftAppPassword to its Value',
  ],
  [
    'a secret’s id in the place of the secret',
    () => ({ environment: { MicrosoftAppPassword: 'wrong-secret' } }),
    'credentials',
    'the secret is not right (AADSTS7000215)',
    'not its Secret ID',
  ],
  [
    'a wrong app id',
    () => ({ environment: { MicrosoftAppId: '99999999-0000-4000-8000-000000000009' } }),
    'credentials',
    'does not know the app id (AADSTS700016)',
    'Application (client) ID',
  ],
  [
    'a wrong tenant',
    () => ({ environment: { MicrosoftAppTenantId: '99999999-0000-4000-8000-000000000009' } }),
    'credentials',
    'there is no tenant of that id (AADSTS90002)',
    'Directory (tenant) ID',
  ],
  [
    'a refusal that nobody has foreseen',
    () => {
      microsoft.state.refuses = 1234567;
      return {};
    },
    'credentials',
    'AADSTS1234567',
    'error?code=1234567',
  ],
  ['a clock that is six minutes fast', () => ({ ahead: 6 * 60_000 }), 'clock', 'this machine is 36', 'NTP'],
  [
    'an old schema',
    async () => {
      await opened.database.query('delete from migrations where number >= 16');
      return {};
    },
    'schema',
    'is older than this version',
    'vaktis migrate',
  ],
  [
    'a newer schema',
    async () => {
      await opened.database.query(`insert into migrations (number, name) values (9001, '9001-later.sql')`);
      return {};
    },
    'schema',
    'is newer than this version: it is at 9001',
    'restore a backup',
  ],
  [
    'a contractor who does not answer',
    async () => {
      await setDesk({
        ...zammadContractor(),
        settings: { ...zammadContractor().settings, url: 'http://127.0.0.1:9' },
      });
      return {};
    },
    'contractor:servicedesk',
    'does not answer: ',
    'the firewall',
  ],
  [
    'a contractor who does not let us in',
    () => {
      helpdesk.failNext('401');
      return {};
    },
    'contractor:servicedesk',
    'does not let us in',
    'VAKTIS_CONTRACTOR_SERVICEDESK_SECRET',
  ],
  [
    'a contractor without a sign-in',
    () => ({ environment: { VAKTIS_CONTRACTOR_SERVICEDESK_SECRET: '' } }),
    'contractor:servicedesk',
    'no sign-in is set',
    'adapters/contractor/README.md',
  ],
  [
    'a wrong mail password',
    () => ({
      environment: { VAKTIS_SMTP_URL: `smtp://vaktis:wrong-secret@127.0.0.1:${smtp.port}?tls=optional` },
    }),
    'mail',
    '127.0.0.1 refuses the user name or the password',
    'percent-encoded',
  ],
  [
    'a mail server that is not there',
    () => ({ environment: { VAKTIS_SMTP_URL: 'smtp://127.0.0.1:9?tls=optional' } }),
    'mail',
    '127.0.0.1 does not answer',
    'port 25',
  ],
  [
    'a package for another host',
    async () => {
      await writePackage('gammal.ekbacken.example');
      return {};
    },
    'package',
    'the package is for gammal.ekbacken.example, and the server is vaktis.ekbacken.example',
    'vaktis package',
  ],
  [
    'a package for another bot',
    async () => {
      await writePackage('vaktis.ekbacken.example', { bots: [{ botId: tenant }] });
      return {};
    },
    'package',
    'another bot',
    'Build it anew',
  ],
  [
    'an app registered for another domain',
    () => {
      microsoft.state.resources = [`api://gammal.ekbacken.example/botid-${app.id}`];
      return {};
    },
    'tab',
    `Entra knows no application ID URI ${uri}`,
    'Expose an API',
  ],
  [
    'a server that takes unsigned posts',
    () => ({ target: () => Response.json({ status: 'alive' }) }),
    'messages',
    'anybody could speak as anybody',
    'Stop the server',
  ],
  [
    'a server for another tenant',
    () => ({ target: () => Response.json({ status: 'alive' }, { status: 403 }) }),
    'messages',
    'does not take this tenant',
    'MicrosoftAppTenantId',
  ],
  [
    'a proxy that wants to sign people in',
    () => ({ target: () => new Response(null, { status: 302, headers: { location: '/login' } }) }),
    'endpoint',
    'sends elsewhere',
    'without a redirect',
  ],
  [
    'another page at the address',
    () => ({ target: () => new Response('<html>hej</html>') }),
    'endpoint',
    'something else than Vaktis',
    'Point the name',
  ],
  [
    'an expired certificate',
    () => ({ target: refused('CERT_HAS_EXPIRED') }),
    'endpoint',
    'the certificate of vaktis.ekbacken.example will not do (CERT_HAS_EXPIRED)',
    'the whole chain',
  ],
  [
    'a name that nobody knows',
    () => ({ target: refused('ENOTFOUND') }),
    'endpoint',
    'vaktis.ekbacken.example does not answer (ENOTFOUND)',
    'Check the name',
  ],
  [
    'technicians who all lack the app',
    async () => {
      for (const upn of technicians) await meet(upn, false);
      return {};
    },
    'technicians',
    'the bot reaches none of the 2',
    'vaktis people reach',
  ],
];

function refused(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('hidden'), { code }) });
}

describe('vaktis doctor on a set-up that does not', () => {
  it.each(broken)('recognises %s, and says what to do', async (_, setup, id, said, todo) => {
    const { exit, text } = await doctor({ ...(await setup()), options: ['--json'] });
    const { checks } = JSON.parse(text);
    const found = checks.find((one: { id: string }) => one.id === id);
    expect(found).toMatchObject({ state: 'fault' });
    expect(found.said).toContain(said);
    expect(found.todo).toContain(todo);
    expect(exit).toBe(1);
  });

  it('says every wrong setting, and looks no further than it can', async () => {
    const { exit, text } = await doctor({ environment: { MicrosoftAppPassword: '', PORT: 'x' } });
    expect(text).toMatch(/✗ settings: .*PORT.*/);
    expect(exit).toBe(1);
  });

  it('leaves an old schema as it is, and does not look at what rests on it', async () => {
    await opened.database.query('delete from migrations where number = 20');
    const { text } = await doctor();
    expect(text).toContain('– contractor: not looked at');
    const { rows } = await opened.database.query('select 1 from migrations where number = 20');
    expect(rows).toEqual([]);
  });

  it('warns without failing where one technician is not reached, or the address is not known', async () => {
    await meet(technicians[1] ?? '', false);
    const { exit, text } = await doctor({ environment: { VAKTIS_PUBLIC_URL: '' } });
    expect(text).toContain('! technicians: the bot does not reach 1 of 2: omar@ekbacken.example');
    expect(text).toContain('! address from outside: VAKTIS_PUBLIC_URL is not set');
    expect(exit).toBe(0);
  });

  it('goes on to the end when the desk cannot be read', async () => {
    await opened.database.query(`update desk_settings set data = '{"odd": true}'`);
    const { exit, text } = await doctor();
    expect(text).toContain('✗ contractor: could not be looked at: ZodError');
    expect(text).toContain('✓ clock: ');
    expect(exit).toBe(1);
  });

  it('says in Swedish too what to do', async () => {
    microsoft.state.refuses = 7000222;
    const { text } = await doctor({ options: ['--language', 'sv'] });
    expect(text).toContain(
      '✗ botens uppgifter: Hemligheten har gått ut (AADSTS7000222)\n    gör så här: Gör en ny',
    );
  });

  it('opens a contractor’s mailbox, and says when it is closed to us', async () => {
    const refusal = (command: string, tag: string) =>
      /^(?:LOGIN|AUTHENTICATE)/.test(command)
        ? `${tag} NO [AUTHENTICATIONFAILED] hemlig text\r\n`
        : goodAnswer(command, tag);
    const imap = await startFaultyImap('* OK hej\r\n', refusal);
    await setDesk(
      contractor({
        connector: 'email',
        email: 'servicedesk@leverantor.example',
        settings: { imap: { host: '127.0.0.1', port: imap.port, tls: 'none' } },
      }),
    );
    const { text } = await doctor();
    await imap.close();
    expect(text).toContain('✗ contractor servicedesk: does not let us in');
    expect(text).not.toContain('hemlig text');
  });

  it('tells of a managed identity that cannot be asked from here', async () => {
    const { text } = await doctor({
      environment: {
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppPassword: '',
        IDENTITY_ENDPOINT: 'http://127.0.0.1:9/token',
        IDENTITY_HEADER: 'x',
      },
    });
    expect(text).toContain('✗ bot credentials: the machine’s managed identity cannot be asked from here');
  });
});
