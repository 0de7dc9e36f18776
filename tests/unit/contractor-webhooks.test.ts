import { afterEach, beforeEach, expect, test } from 'vitest';
import { InvalidInput, NotAllowed } from '#bot/errors.ts';
import type { ContractorConnector } from '#bot/handoff/contractor-connector.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { createLogger } from '#bot/logger.ts';
import { createContractorWebhooks } from '#bot/web/contractor-webhooks.ts';
import { createServer, type RunningServer } from '#bot/web/create-server.ts';
import { createWorld } from '../support/handoff-world.ts';

let server: RunningServer;
let asked: { job: JobRequest; singletonKey: string | undefined }[];
let calls: string[];

/** Reads what was posted as the case's number; `forged` has the wrong signature, `rubbish` no form. */
const connector: ContractorConnector = {
  create: async () => ({ contractorReference: null }),
  comment: async () => undefined,
  readWebhook({ headers, body }) {
    const text = Buffer.from(body).toString('utf8');
    calls.push(`${headers['x-hub-signature']} ${text}`);
    if (text === 'forged') throw new NotAllowed('wrong signature');
    if (text === 'rubbish') throw new InvalidInput('unknown form');
    return text === '' ? [] : [text];
  },
};

const { create, comment } = connector;
const withoutCalls: ContractorConnector = { create, comment };

beforeEach(async () => {
  asked = [];
  calls = [];
  const world = createWorld();
  const logger = createLogger('silent');
  const web = createServer({
    logger,
    handleActivity: async (_request, response) => void response.end(),
    isReady: async () => true,
    newRequestId: () => 'r1',
    contractorWebhooks: createContractorWebhooks({
      deskSource: { current: async () => world.loaded },
      connectors: ({ id }) => (id === 'servicedesk' ? connector : withoutCalls),
      jobs: {
        enqueue: async (job, { singletonKey } = {}) => void asked.push({ job, singletonKey }),
      },
      logger,
    }),
  });
  server = await web.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close(0));

const call = async (body: string, id = 'servicedesk', method = 'POST') => {
  const request = { method, headers: { 'x-hub-signature': 'sha256=1' }, ...(method === 'POST' && { body }) };
  return (await fetch(`${server.url}/api/webhooks/contractor/${id}`, request)).status;
};

test('a call that is signed right makes us ask about the case that it names, once at a time', async () => {
  expect(await call('VK-1001')).toBe(202);
  expect(calls).toEqual(['sha256=1 VK-1001']);
  expect(asked).toEqual([
    {
      job: {
        name: 'follow-contractor',
        data: { contractorId: 'servicedesk', references: ['VK-1001'], failures: 0 },
      },
      singletonKey: 'follow servicedesk VK-1001',
    },
  ]);
});

test.each([
  ['forged', 'servicedesk', 401],
  ['rubbish', 'servicedesk', 400],
  ['VK-1001', 'telebolaget', 404],
  ['VK-1001', 'ingen', 404],
])('%s to %s is answered %i and asks nothing', async (body, id, status) => {
  expect(await call(body, id)).toBe(status);
  expect(asked).toEqual([]);
});

test('a call about nothing of ours is taken and asks nothing', async () => {
  expect(await call('')).toBe(202);
  expect(asked).toEqual([]);
});

test('one that is too large, or not posted, is refused', async () => {
  expect(await call('A'.repeat(3 * 1024 * 1024))).toBe(413);
  expect(await call('', 'servicedesk', 'GET')).toBe(404);
  expect(calls).toEqual([]);
});
