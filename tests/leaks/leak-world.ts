import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { type AppPorts, createApp } from '#bot/app.ts';
import { sendToContractor } from '#bot/jobs/send-to-contractor.ts';
import { createLogger } from '#bot/logger.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { createApiRoutes } from '#bot/web/api/api-routes.ts';
import { itemsOf, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { type ActivityJson, buildActivity } from '../support/activities.ts';
import { type ApiAnswer, startApi } from '../support/api-on-loopback.ts';
import { type RecordedRequest, startFakeConnector } from '../support/fake-connector.ts';
import { openTestStorage } from '../support/storage.ts';
import { mondayMorning } from '../support/talk.ts';
import { fetchThrough, registration, serviceUrl, startFakeAuthority } from '../support/teams-registration.ts';
import { createLeakDesk, teamsPerson, type Who, who } from './leak-desk.ts';
import type { Markers } from './markers.ts';

export type TeamsPerson = { readonly aadObjectId: string; readonly name: string };
export type LeakWorld = Awaited<ReturnType<typeof startLeakWorld>>;
export type Posted = { readonly status: number; readonly body: unknown };

const thread = '19:channel@thread.tacv2;messageid=1795424300000';
export const everybodyInTeams: readonly TeamsPerson[] = [
  ...(['anna', 'bo', 'cia', 'dispatcher', 'eva', 'finn', 'hilda', 'ella'] as const).map(teamsPerson),
];

/** The whole app, its API and a contractor's folder over a desk full of markers; every word that leaves is kept. */
export async function startLeakWorld(
  markers: Markers,
  { isOpen, crowd, ...options }: { isOpen: boolean; crowd: number } & Pick<AppPorts, 'languageModel'>,
) {
  const [connector, authority, opened, folder] = await Promise.all([
    startFakeConnector(),
    startFakeAuthority(),
    openTestStorage(),
    mkdtemp(join(tmpdir(), 'vaktis-leaks-')),
  ]);
  await storeDesk(opened, createLeakDesk(markers, { isOpen, crowd }));
  const deskSource = opened.deskSource((all, { settings }) =>
    createNoteSearch(all, { timezone: settings.timezone }),
  );
  const now = () => new Date(mondayMorning);
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line: string) => void lines.push(line) });
  const connectors = createContractorConnectors({ dataFolder: folder, now });
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const app = createApp({
    storage: opened.storage,
    deskSource,
    jobs: { start: async () => {}, stop: async () => {} },
    connectors,
    isReady: async () => true,
    teams: registration,
    production: true,
    network: {
      fetch: fetchThrough(connector.url),
      lookUp: async () => ['52.113.194.132'],
      wait: async () => {},
      random: () => 0,
      authority: authority.authority,
      issueToken: async () => 'own-token',
      pace: { reserve: () => 0 },
    },
    ...options,
    logger,
    newId,
    clock: { now, set: () => {}, toMachineTime: (at) => at },
  });
  const running = await app.listen({ port: 0, host: '127.0.0.1' });
  const { cases, audit } = opened.storage.stores;
  const understanding = { triage: createTriage({ chooseResponsible }) };
  const api = await startApi({
    routes: createApiRoutes({ ...opened, cases, audit, understanding, chooseResponsible }),
    deskSource,
    now,
    logger,
  });
  let activities = 0;
  let seen = 0;
  const quiet = async () => undefined;
  return {
    opened,
    lines,
    thread,
    /** As Teams posts it, in that person's own chat unless said otherwise. */
    async post(person: TeamsPerson, name: string, changes: ActivityJson = {}): Promise<Posted> {
      activities += 1;
      const usual = { ...inOwnChat(person), id: `activity-${activities}`, timestamp: mondayMorning };
      return send(running.url, authority.sign(), buildActivity(name, { ...usual, ...changes }));
    },
    lastId: () => `activity-${activities}`,
    call: (as: Who | null, method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
      api.call(as && who[as], method, path, body),
    /** What was sent to anybody since it was last asked. */
    takeSent(): readonly RecordedRequest[] {
      const sent = connector.requests.slice(seen);
      seen = connector.requests.length;
      return sent;
    },
    /** As any part of the app would. */
    log: (data: object) => logger.info(data, 'A line of the log.'),
    /** What was logged since it was last asked. */
    takeLog: () => lines.splice(0).join('\n'),
    /** Gives every case that a contractor has to its system, and reads what arrived there. */
    async takeTickets(): Promise<string> {
      const ports = {
        storage: opened.storage,
        deskSource,
        now,
        newId,
        logger,
        connectors,
        deliverer: { deliver: quiet, deliverAll: quiet, sweep: quiet },
      };
      for (const item of await cases.open()) {
        const holder = item.assignee ?? item.offeredTo;
        if (holder?.kind !== 'contractor') continue;
        const wanted = { caseId: item.id, contractorId: holder.id };
        await sendToContractor(ports, wanted, { holds: async () => true });
      }
      return textOf(folder);
    },
    async close() {
      await running.close(100);
      await app.stop();
      await api.close();
      await Promise.all([opened.close(), connector.close(), authority.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const chatOf = ({ aadObjectId }: TeamsPerson) => `a:chat-${aadObjectId}`;

function inOwnChat(person: TeamsPerson): ActivityJson {
  return {
    serviceUrl,
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: registration.tenantId },
  };
}

/** A mention in a channel where others read along. */
export function inThread(text: string): ActivityJson {
  return {
    text: `<at>Vaktis</at> ${text}`,
    conversation: {
      id: thread,
      isGroup: true,
      conversationType: 'channel',
      tenantId: registration.tenantId,
    },
  };
}

async function send(url: string, token: string, activity: ActivityJson): Promise<Posted> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
  return { status: response.status, body: await response.text() };
}

async function storeDesk(
  { desk: repository }: OpenStorage,
  { desk, notes }: ReturnType<typeof createLeakDesk>,
): Promise<void> {
  const upsert = itemsOf({
    settings: desk.settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()],
    technicians: [...desk.technicians.values()],
    notes,
  });
  const imported = new Map(upsert.map((item) => [keyOf(item), fingerprintOf(item)]));
  await repository.applyChanges({ upsert, remove: [], imported, basedOn: '0' });
}

async function textOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((file) => join(file.parentPath, file.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
