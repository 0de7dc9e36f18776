/**
 * `npm run bench:dead-contractor`: how fast cases for one contractor and other jobs are done, beside another contractor
 * whose system answers, and beside one that takes connections and never answers. See ../README.md.
 */

import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { createContractorLines, linePatience } from '#bot/jobs/contractor-lines.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import { createJobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { startPostgres } from '../../support/embedded-postgres.ts';
import { contact } from '../../support/handoff-world.ts';
import { startHelpdesk } from '../../support/helpdesks/helpdesk.ts';
import { vendors } from '../../support/helpdesks/vendors.ts';
import { contractor, row, site, smallDesk, upns } from '../../support/small-desk.ts';
import { createTestLog, openTestStorage } from '../../support/storage.ts';
import { buildDelivery, buildNewCase } from '../../support/storage-builders.ts';

const { values: flags } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const rounds = flags.short ? 2 : 5;
const each = flags.short ? 30 : 60;
/** Slower than this beside a dead one than beside a living one is a broken promise. */
const mostRatio = 2;

const [vendor] = vendors;
if (vendor === undefined) throw new Error('there is no helpdesk');
const alive = await startHelpdesk(vendor.api(), () => new Date());
const neighbour = await startHelpdesk(vendor.api(), () => new Date());
const sockets = new Set<Socket>();
const dead = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
const place = dead.address();
const deadUrl = `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`;

const of = (id: string, url: string) =>
  contractor({
    id,
    name: id,
    connector: vendor.kind,
    serviceHours: null,
    settings: { ...vendor.settings, url },
  });
// A new one each time: the first meeting is the worst.
const contractors = [
  of('alive', alive.url),
  of('neighbour', neighbour.url),
  ...Array.from({ length: rounds }, (_, n) => of(`dead-${n}`, deadUrl)),
];
const desk = smallDesk({
  sites: contractors.map(({ id }) => site(id)),
  settings: {
    contractors,
    responsibility: contractors.map(({ id }) => row({ site: id, handledBy: 'contractor', contractor: id })),
  },
});

const server = flags.short ? null : await startPostgres();
const isServer = server !== null && 'createDatabase' in server;
const log = createTestLog();
const opened = isServer
  ? await openStorage({ kind: 'server', url: await server.createDatabase() }, log)
  : await openTestStorage(log);
const { storage } = opened;
for (const upn of Object.values(upns)) await storage.stores.contacts.save(contact(upn));
const loaded = { desk, notes: { search: () => [], get: () => null, all: () => [] } };
const logger = { info: () => undefined, warn: () => undefined };
const now = () => new Date();
const ports = { storage, deskSource: { current: async () => loaded }, now, newId: randomUUID, logger };
const deliverer = createDeliverer({
  ...ports,
  random: () => 0,
  firstContact: () => null,
  notifier: { send: async () => ({ activityId: randomUUID() }) },
});
const access = new Map(
  contractors.map(({ id }) => [id, { user: 'vaktis', secret: 'x', webhookSecret: null }]),
);
const connectors = createContractorConnectors({ dataFolder: '/nowhere', access });
const jobPorts = { ...ports, deliverer, connectors, followMarks: opened.followMarks };
const lines = createContractorLines({ ...jobPorts, patience: linePatience });
const handlers = createJobHandlers(jobPorts, lines);
await opened.jobs.start({
  deliver: handlers.deliver,
  'send-to-contractor': handlers['send-to-contractor'],
  'contractor-line': handlers['contractor-line'],
});

/** Cases for those contractors in turn, and as many messages: milliseconds until the living one and all readers have theirs. */
async function measure(ids: readonly string[]): Promise<number> {
  const before = alive.tickets.length;
  const deliveries: string[] = [];
  for (let n = 0; n < each; n += 1) {
    for (const id of ids) {
      const item = await storage.stores.cases.create(
        buildNewCase({ id: randomUUID(), siteId: id, offeredTo: { kind: 'contractor', id } }),
      );
      await storage.stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId: item.id } });
    }
    const delivery = buildDelivery({ target: { kind: 'person', upn: upns.eva } });
    await storage.stores.deliveries.add(delivery);
    await storage.stores.jobs.enqueue({ name: 'deliver', data: { deliveryId: delivery.id } });
    deliveries.push(delivery.id);
  }
  const begun = performance.now();
  const isSent = async (id: string) => (await storage.stores.deliveries.get(id))?.status === 'sent';
  while (
    alive.tickets.length < before + each ||
    !(await Promise.all(deliveries.map(isSent))).every(Boolean)
  ) {
    if (performance.now() - begun > 120_000) throw new Error('it does not come to an end');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - begun;
}

const write = (line: string) => process.stdout.write(`${line}\n`);
write(`${each} cases and ${each} messages, on ${isServer ? 'Postgres' : 'the embedded database'}`);
await measure(['neighbour', 'alive']);
const ratios: number[] = [];
write('| alone | beside a living one | beside a dead one | dead : living |\n|---|---|---|---|');
for (let n = 0; n < rounds; n += 1) {
  const alone = await measure(['alive']);
  const living = await measure(['neighbour', 'alive']);
  const beside = await measure([`dead-${n}`, 'alive']);
  ratios.push(beside / living);
  const times = [alone, living, beside].map((time) => `${Math.round(time)} ms`).join(' | ');
  write(`| ${times} | ${(beside / living).toFixed(2)} |`);
}
const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
write(
  median <= mostRatio
    ? `Kept: median ratio ${median.toFixed(2)}.`
    : `BROKEN: ${median.toFixed(2)} times as long.`,
);
for (const socket of sockets) socket.destroy();
await opened.jobs.stop(1_000);
await lines.idle(1_000);
if (isServer) await server.stop();
process.exit(median <= mostRatio ? 0 : 1);
