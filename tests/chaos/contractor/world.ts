import { randomUUID } from 'node:crypto';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorConnector, ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import { inMachineTime } from '#bot/in-machine-time.ts';
import { createContractorLines, linePatience } from '#bot/jobs/contractor-lines.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import { createJobHandlers } from '#bot/jobs/create-job-handlers.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { Dice } from '../../bench/search/dice.ts';
import { contact } from '../../support/handoff-world.ts';
import { row, site, smallDesk, upns } from '../../support/small-desk.ts';
import { mailSender, type Place } from './places.ts';

const contractorJobs = ['send-to-contractor', 'contractor-line', 'follow-contractor'] as const;

/** Said to somebody in their chat. */
export type Told = { readonly conversationId: string; readonly envelope: Envelope };

export type ChaosWorld = Awaited<ReturnType<typeof openWorld>>;

/** The real storage, outbox, queue and jobs, on a clock that is moved to when something is next due. */
export async function openWorld(
  opened: OpenStorage,
  {
    places,
    port,
    dice,
    dataFolder,
  }: { places: readonly Place[]; port: number; dice: Dice; dataFolder: string },
) {
  let offset = 0;
  const now = () => new Date(Date.now() + offset);
  const clock = {
    now,
    set: () => undefined,
    toMachineTime: (at: Date) => new Date(at.getTime() - offset),
  };
  const storage = inMachineTime(opened.storage, clock);
  const desk = deskOf(places);
  const notes = { search: () => [], get: () => null, all: () => [] };
  const loaded = { desk, notes };
  for (const upn of Object.values(upns)) await storage.stores.contacts.save(contact(upn));
  const told: Told[] = [];
  const logger = { info: () => undefined, warn: () => undefined };
  const ports = { storage, deskSource: { current: async () => loaded }, now, newId: randomUUID, logger };
  const deliverer = createDeliverer({
    ...ports,
    random: () => 0,
    firstContact: () => null,
    notifier: {
      async send({ address, envelope }) {
        told.push({ conversationId: address.conversationId, envelope });
        return { activityId: randomUUID() };
      },
    },
  });
  const access = new Map(
    places.map(({ contractor }) => [contractor.id, { user: 'vaktis', secret: 'x', webhookSecret: null }]),
  );
  const died = { count: 0 };
  const connectors = dyingNow(
    createContractorConnectors({
      dataFolder,
      now,
      access,
      timeout: 400,
      mail: mailSender(port),
    }),
    dice,
    died,
  );
  const jobPorts = { ...ports, deliverer, connectors, followMarks: opened.followMarks };
  const lines = createContractorLines({ ...jobPorts, patience: linePatience });
  const handlers = createJobHandlers(jobPorts, lines);
  await opened.jobs.start({
    'send-to-contractor': handlers['send-to-contractor'],
    'contractor-line': handlers['contractor-line'],
    // Only what the driver asks for: looking at hundreds of cases every few minutes is another test.
    'follow-contractor': (data) =>
      data.references === null ? Promise.resolve() : handlers['follow-contractor'](data),
  });
  const isDue = `name = any($1) and state in ('created', 'retry', 'active')`;
  /** Until nothing is due: whatever can be sent at this time was tried. */
  const settle = async () => {
    for (let n = 0; ; n += 1) {
      // Each look costs the database a question.
      if (n % 4 === 0) for (const name of contractorJobs) opened.jobs.wake(name);
      await lines.idle();
      const text = `select count(*)::int as due from jobs.job where ${isDue} and start_after <= now()`;
      const { rows } = await opened.database.query(text, [contractorJobs]);
      if (JSON.stringify(rows) === '[{"due":0}]') return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  /** Moves the clock to when the next job is due; false: none waits. */
  const skip = async (): Promise<boolean> => {
    const text = `select ceil(extract(epoch from min(start_after) - now()) * 1000)::float8 as wait
      from jobs.job where ${isDue} and name <> 'follow-contractor' and data->>'what' is distinct from 'tell'`;
    const { rows } = await opened.database.query(text, [contractorJobs]);
    const [first] = rows as { wait: number | null }[];
    if (first === undefined || first.wait === null) return false;
    const wait = Math.max(0, first.wait) + 20;
    offset += wait;
    await opened.jobs.bringNearer(wait);
    return true;
  };
  return { storage, loaded, now, told, died, settle, skip, deliverer };
}

/** A process that dies when their system has taken something, and before that is written down. */
function dyingNow(
  connectors: ContractorConnectors,
  dice: Dice,
  died: { count: number },
): ContractorConnectors {
  const perhaps = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    if (dice.under(100) >= 3) return result;
    died.count += 1;
    throw new Error('as if the process had died');
  };
  return (contractor: Contractor): ContractorConnector => {
    const { create, comment, attach, reopen, ...rest } = connectors(contractor);
    return {
      ...rest,
      create: (...given) => perhaps(create(...given)),
      comment: (...given) => perhaps(comment(...given)),
      ...(attach ? { attach: (...given) => perhaps(attach(...given)) } : {}),
      ...(reopen ? { reopen: (...given) => perhaps(reopen(...given)) } : {}),
    };
  };
}

/** A site for each contractor, who has everything there. */
function deskOf(places: readonly Place[]) {
  const contractors = places.map(({ contractor }) => contractor);
  return smallDesk({
    sites: contractors.map(({ id }) => site(id)),
    settings: {
      contractors,
      responsibility: contractors.map(({ id }) => row({ site: id, handledBy: 'contractor', contractor: id })),
    },
  });
}
