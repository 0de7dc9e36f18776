import type { Database } from '#adapters/storage/database.ts';
import { type AppPorts, createApp } from '#bot/app.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import { createLogger } from '#bot/logger.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { type ActivityJson, buildActivity } from '../support/activities.ts';
import { type FakeConnector, type RecordedRequest, startFakeConnector } from '../support/fake-connector.ts';
import { openTestStorage } from '../support/storage.ts';
import { loadDesk, mondayMorning } from '../support/talk.ts';
import { fetchThrough, registration, serviceUrl, startFakeAuthority } from '../support/teams-registration.ts';

export type TeamsPerson = { readonly aadObjectId: string; readonly name: string };

export type AppOnLoopback = {
  /** Where the server itself is reached. */
  readonly url: string;
  readonly connector: FakeConnector;
  /** Posts the fixture as that person, in their own chat, signed as Teams signs. */
  readonly post: (
    person: TeamsPerson,
    name: string,
    overrides?: ActivityJson,
  ) => Promise<{ status: number; body: unknown }>;
  /** What that person's chat was sent since the mark, in order. */
  readonly said: (person: TeamsPerson, since?: number) => readonly RecordedRequest[];
  readonly stores: Storage['stores'];
  /** What is stored, for tests that look at all of it. */
  readonly database: Database;
  readonly mark: () => number;
  readonly close: () => Promise<void>;
};

const silent = createLogger('silent');

/** A loaded machine is no slow turn: what is said when one takes long is tried where it does, in `slow.test.ts`. */
const unhurried = {
  typing: 60_000,
  pressAnswered: 60_000,
  messageAnswered: 60_000,
  extensionAnswered: 60_000,
};

/** The whole app over a real database and the demo district, registered, with Teams' side played by this machine. */
export async function startApp(
  options: Partial<
    Pick<
      AppPorts,
      | 'patience'
      | 'meaning'
      | 'languageModel'
      | 'metrics'
      | 'files'
      | 'logger'
      | 'tracing'
      | 'clock'
      | 'newId'
      | 'crowdLimits'
    >
  > & { readonly runsJobs?: boolean } = {},
): Promise<AppOnLoopback> {
  const { runsJobs = false, ...ports } = options;
  const [connector, authority, opened, desk] = await Promise.all([
    startFakeConnector(),
    startFakeAuthority(),
    openTestStorage(),
    loadDesk(),
  ]);
  const deskSource: DeskSource = { current: async () => desk };
  let ids = 0;
  const app = createApp({
    storage: opened.storage,
    deskSource,
    jobs: runsJobs ? opened.jobs : { start: async () => {}, stop: async () => {} },
    connectors: () => {
      throw new Error('this story has no contractor');
    },
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
      deadlines: unhurried,
    },
    patience: 60_000,
    logger: silent,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    clock: { now: () => new Date(mondayMorning), set: () => {}, toMachineTime: (at) => at },
    ...ports,
  });
  const running = await app.listen({ port: 0, host: '127.0.0.1' });
  let activities = 0;
  return {
    url: running.url,
    connector,
    stores: opened.storage.stores,
    database: opened.database,
    post: (person, name, overrides = {}) => {
      const usual = { ...inOwnChat(person), id: `activity-${++activities}`, timestamp: mondayMorning };
      return post(running.url, authority.sign(), buildActivity(name, { ...usual, ...overrides }));
    },
    said: (person, since = 0) =>
      connector.requests
        .slice(since)
        .filter(({ path, body }) => path.includes(`/${chatOf(person)}/`) && body.type === 'message'),
    mark: () => connector.requests.length,
    close: async () => {
      await running.close(100);
      await app.stop();
      await Promise.all([opened.close(), connector.close(), authority.close()]);
    },
  };
}

const chatOf = (person: TeamsPerson) => `a:chat-${person.aadObjectId}`;

function inOwnChat(person: TeamsPerson): ActivityJson {
  return {
    serviceUrl,
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: registration.tenantId },
  };
}

async function post(url: string, token: string, activity: ActivityJson) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
