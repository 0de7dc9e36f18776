import type { Contractor } from '#bot/desk/desk-settings.ts';
import { startWork } from '#bot/handoff/context.ts';
import { recordLostTry } from '#bot/handoff/contractor-handover.ts';
import type { UnderWay } from '#bot/handoff/contractor-line.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { messageOf } from './after-failure.ts';
import { blockLine, tellOfBlock, tryLater } from './block-line.ts';
import { createOutcomes } from './keep-outcomes.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';
import { nextStep, sendToContractor } from './send-to-contractor.ts';

type LineJob = Extract<JobRequest, { name: 'contractor-line' }>['data'];

/** A sender that has said nothing for so long has died. One message takes at most four calls of 30 s. */
const lease = 3 * 60_000;
/** Searches of theirs lag by seconds: what may have arrived is looked for when it can be found. */
const soonFound = (at: Date) => new Date(at.getTime() + 60_000);
/** Milliseconds that a job waits for a contractor's system before others have their turn: see `patience`. */
export const linePatience = 250;
/** A process that is asked to stop does not wait for a system that says nothing. */
const longestFarewell = 5_000;
/** So many cases in a row that their system chokes on are its fault and not theirs. */
const mostInARow = 2;

/** What waits for contractors' systems: a line for each, sent from in the order in which the cases were opened. */
export type ContractorLines = {
  /** Something about that case may be unsent. */
  send(caseId: string): Promise<void>;
  run(job: LineJob): Promise<void>;
  /**
   * Resolves when nothing is being sent any more, or after so many milliseconds though something is: it is found again
   * as if the process had died.
   */
  idle(atMost?: number): Promise<void>;
  /**
   * Frees the lines that this process had to leave while the database was away. Costs nothing when there is none: call
   * it often. Never throws.
   */
  freeLeft(): Promise<unknown>;
};

export type LinePorts = JobHandlerPorts & {
  /**
   * Milliseconds that a job waits for what it began: sending goes on, and others have their turn. Absent: until it is
   * done.
   */
  readonly patience?: number;
};

/**
 * The one sender to each contractor in this process. What waits is in the database, and so is who sends: another
 * process, or this one after a restart, goes on where it stopped.
 */
export function createContractorLines(ports: LinePorts): ContractorLines {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const left = createOutcomes(ports.logger, 'That a contractor’s line is free');
  const { contractorLines } = ports.storage.stores;

  /** What throws leaves the line as if we had died: what was on its way is then known to be unsure. */
  const asHolder = async (contractor: Contractor, holder: string): Promise<void> => {
    try {
      await empty(ports, contractor, holder);
    } catch (error) {
      await left.write(async () => {
        await contractorLines.abandon(contractor.id, holder);
        await tryLater(ports.storage, contractor.id, null, 'again');
      });
      throw error;
    }
  };

  /** Never two at once; whoever comes meanwhile is seen to before it ends. */
  const start = (contractor: Contractor): Promise<void> => {
    const loop = async () => {
      try {
        while (again.delete(contractor.id)) await asHolder(contractor, ports.newId());
      } finally {
        running.delete(contractor.id);
      }
    };
    const work = loop();
    running.set(contractor.id, work);
    return work;
  };

  const workOn = async (contractor: Contractor): Promise<void> => {
    const block = await contractorLines.block(contractor.id);
    if (block !== null && block.nextTryAt > ports.now()) return tellBlocked(ports, contractor);
    again.add(contractor.id);
    // Whoever is at it sees to this too. Waiting for them would hold up what is for others.
    if (running.has(contractor.id)) return;
    const work = start(contractor);
    if (ports.patience === undefined) return work;
    const isDone = await withinPatience(work, ports.patience);
    if (isDone) return;
    work.catch((error: unknown) =>
      ports.logger.warn({ contractorId: contractor.id, error: messageOf(error) }, 'A line was left.'),
    );
    // Should this process die, somebody looks again.
    await tryLater(ports.storage, contractor.id, new Date(ports.now().getTime() + lease), 'left');
  };

  return {
    async send(caseId) {
      const step = await nextStep(ports, caseId);
      if (step === null) return contractorLines.leave(caseId);
      const item = step.ticket.case;
      await contractorLines.join({
        caseId,
        contractorId: step.contractor.id,
        number: item.number,
        openedAt: item.createdAt,
        since: ports.now(),
      });
      await workOn(step.contractor);
    },
    async run({ contractorId, what }) {
      const contractor = await findContractor(ports, contractorId);
      if (contractor === null) return;
      await (what === 'tell' ? tellBlocked(ports, contractor) : workOn(contractor));
    },
    async idle(atMost = longestFarewell) {
      const last = async () => {
        while (running.size > 0) await Promise.allSettled(running.values());
      };
      await withinPatience(last(), atMost);
    },
    freeLeft: left.writeKept,
  };
}

async function findContractor({ deskSource }: JobHandlerPorts, id: string): Promise<Contractor | null> {
  const { contractors } = (await deskSource.current()).desk.settings;
  return contractors.find((known) => known.id === id) ?? null;
}

async function withinPatience(work: Promise<void>, patience: number): Promise<boolean> {
  const { promise: enough, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), patience);
  try {
    return await Promise.race([work.then(() => true as const), enough]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing is tried; whoever has not heard of it and should hears of it. */
async function tellBlocked(ports: JobHandlerPorts, contractor: Contractor): Promise<void> {
  const ctx = await contextNow(ports);
  const deliveryIds = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    const block = await stores.contractorLines.block(contractor.id);
    if (block !== null) await tellOfBlock(work, contractor, block);
    return work.deliveryIds;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

/** Sends all that may be sent now, as the only one who does. */
async function empty(ports: JobHandlerPorts, contractor: Contractor, holder: string): Promise<void> {
  const { contractorLines } = ports.storage.stores;
  const contractorId = contractor.id;
  const until = () => new Date(ports.now().getTime() + lease);
  const claimed = await contractorLines.claim({ contractorId, holder, at: ports.now(), until: until() });
  if (claimed === null) return tryLater(ports.storage, contractorId, until(), 'held');
  if (claimed.leftBehind) await keepLostTry(ports, contractorId, claimed.leftBehind);
  const hold = (underWay: UnderWay) =>
    contractorLines.hold({ contractorId, holder, until: until(), underWay });
  const faults = await sendInOrder(ports, contractor, hold);
  await contractorLines.release(contractorId, holder);
  if (faults.length > 0) throw faults[0];
}

async function keepLostTry(ports: JobHandlerPorts, contractorId: string, underWay: UnderWay): Promise<void> {
  const ctx = await contextNow(ports);
  ports.logger.warn({ contractorId, ...underWay }, 'A sender died; what it was sending may have arrived.');
  await ports.storage.transaction(async (stores) => {
    await recordLostTry(stores, ctx, { contractorId, underWay });
    const { caseId } = underWay;
    const startAfter = soonFound(ctx.at);
    await stores.contractorLines.putOff(caseId, startAfter);
    await stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId } }, { startAfter });
  });
}

/**
 * One after the other, by when they were opened. A case that their system chokes on is passed over; when the next one
 * fares no better, or nothing gets through, they are left alone.
 * @returns faults of our own, each with one case: they must not hold up those behind it.
 */
async function sendInOrder(
  ports: JobHandlerPorts,
  contractor: Contractor,
  hold: (underWay: UnderWay) => Promise<boolean>,
): Promise<unknown[]> {
  const failed: string[] = [];
  const faults: unknown[] = [];
  let inARow = 0;
  for (;;) {
    const of = { contractorId: contractor.id, at: ports.now(), except: failed };
    const waiting = await ports.storage.stores.contractorLines.next(of);
    if (waiting === null) {
      await forgetIdleBlock(ports, contractor.id);
      return faults;
    }
    const { caseId } = waiting;
    let underWay: UnderWay | null = null;
    const outcome = await sendToContractor(ports, waiting, {
      holds({ ticket, fileId, composed }) {
        underWay = { caseId, message: ticket.message.number, fileId, composed };
        return hold(underWay);
      },
    }).catch(async (error: unknown) => {
      if (underWay !== null) await keepLostTry(ports, contractor.id, underWay);
      faults.push(error);
      failed.push(caseId);
      return null;
    });
    if (outcome === null) continue;
    if (outcome === 'blocked' || outcome === 'lost') return faults;
    inARow = outcome === 'item' ? inARow + 1 : 0;
    if (outcome === 'item') failed.push(caseId);
    if (inARow >= mostInARow) {
      await chokes(ports, contractor);
      return faults;
    }
  }
}

/** What waited was taken back, so nobody can say whether they are back; if nobody was told, nobody needs to be. */
async function forgetIdleBlock({ storage }: JobHandlerPorts, contractorId: string): Promise<void> {
  const { contractorLines } = storage.stores;
  const block = await contractorLines.block(contractorId);
  if (block === null || block.dispatchersToldAt !== null) return;
  if ((await contractorLines.waiting(contractorId)).length === 0)
    await contractorLines.clearBlock(contractorId);
}

async function chokes(ports: JobHandlerPorts, contractor: Contractor): Promise<void> {
  const ctx = await contextNow(ports);
  const deliveryIds = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    await blockLine(work, contractor, { about: 'system', retryAfter: null });
    return work.deliveryIds;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}
