import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, SignJWT } from 'jose';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createApp } from '#bot/app.ts';
import { createLogger, type Logger } from '#bot/logger.ts';
import { createFileLinks } from '#bot/web/file-links.ts';
import { createImageLinks } from '#bot/web/image-links.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { itemsOf, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { contractor } from '../support/small-desk.ts';
import { createTestLog, openTestStorage } from '../support/storage.ts';
import { demoFolder } from '../support/talk.ts';
import { registration, startFakeAuthority } from '../support/teams-registration.ts';
import { takePollution } from './polluted.ts';

/** Contractors whose systems call us, and what signs their calls. */
export const callers = {
  jira: { connector: 'jira-service-management', algorithm: 'sha256' },
  zammad: { connector: 'zammad', algorithm: 'sha1' },
  servicenow: { connector: 'servicenow', algorithm: 'sha256' },
} as const;
/** What nobody waited for: heard for as long as the world stands, so that it is a fault and not the end of the run. */
const loose = ['unhandledRejection', 'uncaughtException'] as const;
const webhookSecret = 'hemligt-som-räcker-gott';

/** A registered Vaktis in production, all in this process but the database, with nobody outside it. */
export type FuzzWorld = Awaited<ReturnType<typeof startFuzzWorld>>;

/** `server`: a real Postgres if one starts, so that what is stored does not look like a leak of memory. */
export async function startFuzzWorld({ server }: { server: boolean }) {
  const faults: string[] = [];
  const hear = (error: unknown) =>
    void faults.push(`unhandled: ${error instanceof Error ? error.message : error}`);
  const postgres = server ? await startPostgres() : null;
  const isServer = postgres !== null && 'createDatabase' in postgres;
  const log = createTestLog();
  const opened = isServer
    ? await openStorage({ kind: 'server', url: await postgres.createDatabase() }, log)
    : await openTestStorage(log);
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-fuzz-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Vaktis</title>');
  const [authority, entra] = await Promise.all([startFakeAuthority(), createEntra()]);
  const key = new Uint8Array(32).fill(7);
  const now = () => new Date();
  const logger = createListeningLogger(faults);
  const app = createApp({
    storage: opened.storage,
    deskSource: opened.deskSource((notes, desk) =>
      createNoteSearch(notes, { timezone: desk.settings.timezone }),
    ),
    jobs: { start: async () => {}, stop: async () => {} },
    connectors: createContractorConnectors({
      dataFolder: folder,
      access: new Map(
        Object.keys(callers).map((id) => [id, { user: 'vaktis', secret: 'x', webhookSecret }] as const),
      ),
    }),
    isReady: async () => true,
    metrics: { metrics: createMetrics(), token: 'en-hemlig-token-för-mätvärden' },
    // As the settings have it: the own tenant is among those that may sign in.
    teams: { ...registration, allowedTenants: [registration.tenantId] },
    production: true,
    files: { key, publicUrl: 'https://vaktis.example.se', keepForDays: 30 },
    editors: {
      stores: opened,
      imageLinks: createImageLinks('https://vaktis.example.se', key, opened.images),
      keysOf: () => entra.keys,
      publicUrl: 'https://vaktis.example.se',
      tabFolder: folder,
      // A fuzzer asks faster than anybody clicks; the limit has its own test.
      callLimits: { person: { burst: 1e9, perSecond: 1e9 }, everybody: { burst: 1e9, perSecond: 1e9 } },
    },
    network: {
      fetch: answerAsTeams,
      lookUp: async () => ['52.113.194.132'],
      wait: async () => {},
      random: () => 0,
      authority: authority.authority,
      issueToken: async () => 'own-token',
      // What Teams takes per second is another test's: here it would only make everybody wait.
      pace: { reserve: () => 0 },
    },
    logger,
    newId: () => crypto.randomUUID(),
    clock: { now, set: () => {}, toMachineTime: (at) => at },
    patience: 1_000,
  });
  const demo = await readDemo();
  await storeDemo(opened, demo);
  const running = await app.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  // Not before all stands: what goes wrong until then ends the run.
  for (const event of loose) process.on(event, hear);
  const people = new Map([...demo.desk.people.values()].map((person) => [person.upn, person]));
  return {
    url: new URL(running.url),
    agent,
    logger,
    people,
    admin: [...people.values()].find(({ roles }) => roles.includes('admin'))?.upn ?? '',
    folder,
    opened,
    engine: isServer ? 'Postgres' : 'the embedded database',
    fileLinks: createFileLinks({
      base: () => '',
      key,
      files: opened.storage.stores.attachments,
      now,
    }),
    /** What the log called an error, what nobody caught, and what every object got, since it was last asked. */
    takeFaults: () => [...faults.splice(0), ...takePollution()],
    restoreDesk: () => storeDemo(opened, demo),
    /** Headers that prove who sends this. */
    async sign(as: string | null, body: Uint8Array): Promise<Record<string, string>> {
      if (as === null) return {};
      if (as === 'teams') return { authorization: `Bearer ${authority.sign()}` };
      if (as in callers) return { 'x-hub-signature': signed(as, body) };
      return { authorization: `Bearer ${await entra.tokenOf(people.get(as)?.aadObjectId ?? '')}` };
    },
    async close() {
      for (const event of loose) process.off(event, hear);
      agent.destroy();
      await running.close(100);
      await app.stop();
      await opened.close();
      await authority.close();
      if (isServer) await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function signed(id: string, body: Uint8Array): string {
  const algorithm = id === 'zammad' ? 'sha1' : 'sha256';
  return `${algorithm}=${createHmac(algorithm, webhookSecret).update(body).digest('hex')}`;
}

let messages = 0;

/** Takes whatever is sent, and has a small picture for whoever fetches one. */
async function answerAsTeams(_url: string, init: RequestInit): Promise<Response> {
  if ((init.method ?? 'GET') === 'GET')
    return new Response(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  messages += 1;
  return Response.json({ id: `m${messages}` }, { status: 201 });
}

/** Errors in the log are faults; everything else is dropped. */
function createListeningLogger(faults: string[]): Logger {
  const silent = createLogger('silent');
  silent.error = (...told: unknown[]) => void faults.push(told.map((one) => JSON.stringify(one)).join(' '));
  silent.fatal = silent.error;
  return silent;
}

async function createEntra() {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' };
  const known = new Map<string, string>();
  const tid = registration.tenantId;
  const claims = { tid, scp: 'access_as_user', iss: `https://login.microsoftonline.com/${tid}/v2.0` };
  return {
    keys: createLocalJWKSet({ keys: [jwk] }),
    async tokenOf(oid: string): Promise<string> {
      const token =
        known.get(oid) ??
        (await new SignJWT({ ...claims, aud: registration.appId, oid })
          .setExpirationTime('12h')
          .setProtectedHeader({ alg: 'RS256', kid: 'k' })
          .sign(pair.privateKey));
      known.set(oid, token);
      return token;
    },
  };
}

type Demo = Awaited<ReturnType<typeof readDemo>>;

/** The demo district, with contractors whose systems call. */
async function readDemo() {
  const { desk, notes } = await readDeskFolder(demoFolder);
  const more = Object.entries(callers).map(([id, { connector }]) => contractor({ id, name: id, connector }));
  const settings = { ...desk.settings, contractors: [...desk.settings.contractors, ...more] };
  return { desk, settings, notes };
}

/** Everything that was there before is gone. */
async function storeDemo({ desk: repository }: OpenStorage, { desk, settings, notes }: Demo): Promise<void> {
  const { items, revision } = await repository.load();
  const upsert = itemsOf({
    settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()],
    technicians: [...desk.technicians.values()],
    notes,
  });
  const kept = new Set(upsert.map(keyOf));
  const remove = items.filter((item) => !kept.has(keyOf(item)));
  const imported = new Map(upsert.map((item) => [keyOf(item), fingerprintOf(item)]));
  await repository.applyChanges({ upsert, remove, imported, basedOn: revision });
}
