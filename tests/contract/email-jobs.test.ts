import { afterEach, beforeEach, expect, test } from 'vitest';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { addDetail } from '#bot/handoff/requester-actions.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { caseNow, createWorld, noticesTo, open, type World } from '../support/handoff-world.ts';
import { contractor, smallDesk, upns } from '../support/small-desk.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const { eva, dispatcher } = upns;
const account = { category: { id: 'account', confidence: 1 } } as const;
const byMail = contractor({ connector: 'email', email: 'servicedesk@leverantor.example' });

let server: TestSmtpServer;
let world: World;
let handlers: JobHandlers;

beforeEach(async () => {
  server = await startSmtpServer();
  world = createWorld({ desk: smallDesk({ settings: { contractors: [byMail] } }) });
  const nothing = async () => undefined;
  const mailServer = { host: '127.0.0.1', port: server.port, secure: false, requireTls: false, auth: null };
  handlers = createJobHandlers({
    storage: world.storage,
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: () => undefined, warn: () => undefined },
    connectors: createContractorConnectors({
      dataFolder: '/nowhere',
      mail: { server: mailServer, from: 'vaktis@kommunen.example', domain: 'kommunen.example' },
    }),
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
  });
});
afterEach(() => server.close());

const send = (caseId: string) => handlers['send-to-contractor']({ caseId });
const say = (caseId: string, text: string) =>
  world.run((stores, ctx) => addDetail(stores, ctx, { caseId, actor: world.person(eva), text }));
const later = (minutes: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + minutes * 60_000).toISOString());
const tries = () =>
  world.memory.jobs.filter(({ job }) => job.name === 'contractor-line' && job.data.what === 'try');
const retries = () =>
  world.memory.jobs.filter(({ job, startAfter }) => job.name === 'send-to-contractor' && startAfter !== null);

test('a case and what is said later are one thread of letters', async () => {
  const { id } = (await open(world, account)).case;
  await send(id);
  await say(id, 'fortfarande låst, koden är 907612');
  await send(id);
  await say(id, 'hej igen');
  await send(id);
  const mails = server.received.map(({ mail }) => mail);
  const ids = [1, 2, 3].map((n) => `<VK-1001.${n}@kommunen.example>`);
  expect(mails.map(({ messageId }) => messageId)).toEqual(ids);
  expect(mails.map(({ references }) => references)).toEqual([undefined, ids[0], `${ids[0]} ${ids[1]}`]);
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(1);
  expect(mails[1]?.text).toContain('> Eva lägger till: fortfarande låst, koden är […]');
  expect(caseNow(world, id)).toMatchObject({
    state: 'in-progress',
    assignee: { kind: 'contractor', id: 'servicedesk' },
  });
});

test('a letter that was cut off is sent again, marked, and the history counts it', async () => {
  server.behave({ kind: 'cut', at: 'letter' }, { kind: 'refuse', at: 'recipient', code: 451 });
  const { id } = (await open(world, account)).case;
  await send(id);
  later(5);
  await send(id);
  expect(tries()).toHaveLength(2);
  later(5);
  expect(caseNow(world, id).assignee).toBeNull();
  await send(id);
  expect(server.received.map(({ mail }) => mail.messageId)).toEqual([
    '<VK-1001.1@kommunen.example>',
    '<VK-1001.1@kommunen.example>',
  ]);
  expect(server.received[1]?.mail.subject).toContain('Kanske redan skickat');
  const sent = world.memory.events.findLast(({ kind }) => kind === 'sent-to-contractor');
  expect(sent?.data).toMatchObject({ message: 1, possibleDuplicates: 1 });
  await say(id, 'hej igen');
  await send(id);
  expect(server.received[2]?.mail.subject).not.toContain('Kanske redan skickat');
  expect(server.received[2]?.mail.messageId).toBe('<VK-1001.2@kommunen.example>');
});

test('an address that does not exist gives the case to the dispatcher, and the requester hears it', async () => {
  server.behave({ kind: 'refuse', at: 'recipient', code: 550 });
  const { id } = (await open(world, account)).case;
  await send(id);
  expect(caseNow(world, id).offeredTo).toEqual({ kind: 'dispatcher', id: dispatcher });
  expect(noticesTo(world, eva)).toEqual([{ event: 'contractor-unreachable' }]);
  expect(retries()).toEqual([]);
});
