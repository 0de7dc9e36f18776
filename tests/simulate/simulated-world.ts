import type { Desk } from '#bot/desk/desk.ts';
import { isAbsent } from '#bot/desk/duty.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { type Case, isOpen } from '#bot/handoff/case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { HandoffStorage, HandoffStores, JobRequest } from '#bot/handoff/stores.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import { createJobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { scheduleDaily } from '#bot/jobs/daily.ts';
import type { JobHandlerPorts } from '#bot/jobs/ports.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { contact } from '../support/handoff-world.ts';
import { createMemoryStores, emptyMemory, type Memory } from '../support/memory-stores.ts';
import { createEventQueue } from './event-queue.ts';
import { monthDesk } from './month-desk.ts';

/** Broken promises of the handoff: what the simulation is there to find. */
export type Violation = { readonly rule: string; readonly caseId: string; readonly detail: string };

export type Sent = Parameters<Notifier['send']>[0];

/** The real rules, jobs and deliverer over stores in memory, on a clock that only events move. */
export function createSimulatedWorld(options: {
  readonly begin: Date;
  /** True: this message never arrives. */
  readonly isUndeliverable: (sent: Sent) => boolean;
  readonly onSent: (sent: Sent) => void;
  readonly contractorIsAway: () => boolean;
}) {
  const memory = emptyMemory();
  const queue = createEventQueue();
  const violations: Violation[] = [];
  const clock = { at: options.begin };
  let desk = monthDesk();
  let changed = false;
  for (const [upn, known] of desk.technicians) memory.technicians.set(upn, known);
  for (const upn of desk.people.keys()) memory.contacts.set(upn, contact(upn));
  /** What ended days ago: a job that comes late finds it as it was. */
  const archive = new Map<string, Case>();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const violate = (rule: string, caseId: string, detail: string) => violations.push({ rule, caseId, detail });

  const current = (): Desk => {
    if (!changed) return desk;
    changed = false;
    // The desk as it is read anew after a change of the rota.
    const technicians = new Map(
      [...desk.technicians.keys()].map((upn) => [upn, memory.technicians.get(upn)]),
    );
    const known = [...technicians].flatMap(([upn, found]) => (found ? [[upn, found] as const] : []));
    desk = { ...desk, technicians: new Map(known) };
    return desk;
  };
  const notes = { search: () => [], get: () => null, all: () => [] };
  const loaded = (): LoadedDesk => ({ desk: current(), notes });
  const ctx = (): HandoffContext => ({ at: clock.at, newId, loaded: loaded() });

  const plain = createMemoryStores(memory);
  const stores: HandoffStores = {
    ...plain,
    cases: {
      ...plain.cases,
      get: async (id) => memory.cases.get(id) ?? archive.get(id) ?? null,
      async addOffer(offer) {
        const technician = current().technicians.get(offer.to.id);
        if (technician && isAbsent(technician, clock.at, desk.settings))
          violate('offered to somebody absent', offer.caseId, offer.to.id);
        const others = [...memory.offers.values()].filter(
          (known) => known.caseId === offer.caseId && known.status === 'offered',
        );
        if (others.length > 0 || (memory.cases.get(offer.caseId)?.assignee ?? null) !== null)
          violate('offered to two at once', offer.caseId, offer.to.id);
        await plain.cases.addOffer(offer);
      },
    },
    rota: {
      change: (input) => {
        changed = true;
        return plain.rota.change(input);
      },
    },
    jobs: {
      async enqueue(job, { startAfter = null } = {}) {
        const at = startAfter !== null && startAfter > clock.at ? startAfter : clock.at;
        queue.plan(at, () => runJob(job));
      },
    },
  };
  // Nothing here throws half-way on purpose, so that a copy of all that is stored is not made each time.
  const storage: HandoffStorage = { stores, transaction: (work) => work(stores) };
  const quiet = { info: () => {}, warn: () => {} };
  const base = {
    storage,
    deskSource: { current: async () => loaded() },
    now: () => clock.at,
    newId,
    logger: quiet,
  };
  const deliverer = createDeliverer({
    ...base,
    random: () => 0,
    firstContact: () => null,
    notifier: {
      async send(sent) {
        if (options.isUndeliverable(sent))
          throw new OutsideSystemFailed('the app is not installed', { retryable: false });
        options.onSent(sent);
        return { activityId: `activity-${newId()}` };
      },
    },
  });
  const take = async () => {
    if (options.contractorIsAway())
      throw new OutsideSystemFailed('their system is away', { retryable: true });
    return { contractorReference: `INC-${newId()}` };
  };
  const connectors: JobHandlerPorts['connectors'] = () => ({
    create: take,
    comment: async () => void (await take()),
  });
  const handlers = createJobHandlers({ ...base, deliverer, connectors });

  function runJob(job: JobRequest): Promise<void> {
    switch (job.name) {
      case 'deliver':
        return handlers.deliver(job.data);
      case 'escalate':
        return handlers.escalate(job.data);
      case 'offer':
        return handlers.offer(job.data);
      case 'send-to-contractor':
        return handlers['send-to-contractor'](job.data);
      case 'alert':
        return handlers.alert(job.data);
      case 'watch':
        return handlers.watch(job.data);
      case 'daily':
        return handlers.daily(job.data);
      case 'close':
        return handlers.close(job.data);
      default:
        return Promise.resolve();
    }
  }

  return {
    memory,
    queue,
    clock,
    stores,
    violations,
    violate,
    ctx,
    desk: current,
    /** One step of somebody's: a transaction, then what it wrote is sent. */
    async act<T extends { readonly deliveryIds: readonly string[] }>(
      step: (stores: HandoffStores, ctx: HandoffContext) => Promise<T>,
    ): Promise<T> {
      const result = await step(stores, ctx());
      await deliverer.deliverAll(result.deliveryIds);
      return result;
    },
    removeTechnician(upn: string): void {
      memory.technicians.delete(upn);
      const people = new Map(desk.people);
      people.delete(upn);
      const technicians = new Map(desk.technicians);
      technicians.delete(upn);
      desk = { ...desk, people, technicians };
    },
    startDaily: () => scheduleDaily(base),
    archive,
    forget: () => forgetEnded(memory, archive, clock.at),
  };
}

export type SimulatedWorld = ReturnType<typeof createSimulatedWorld>;

const day = 86_400_000;

/** What ended days ago is put away, so that a month is played in minutes: nothing looks at it any more. */
function forgetEnded(memory: Memory, archive: Map<string, Case>, at: Date): void {
  const ended = new Set(
    [...memory.cases.values()]
      .filter(
        ({ state, updatedAt }) =>
          !isOpen(state) && state !== 'resolved' && at.getTime() - updatedAt.getTime() > day,
      )
      .map(({ id }) => id),
  );
  for (const id of ended) {
    const item = memory.cases.get(id);
    if (item) archive.set(id, item);
    memory.cases.delete(id);
  }
  for (const [id, { caseId }] of memory.offers) if (ended.has(caseId)) memory.offers.delete(id);
  for (const [id, { caseId, status, content }] of memory.deliveries)
    if ((caseId !== null && ended.has(caseId)) || (status !== 'pending' && content.kind === 'reply'))
      memory.deliveries.delete(id);
  const kept = memory.events.filter(({ caseId }) => !ended.has(caseId));
  memory.events.splice(0, memory.events.length, ...kept);
}
