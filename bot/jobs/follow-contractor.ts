import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { startWork } from '#bot/handoff/context.ts';
import type { ContractorConnector, ContractorNews, FollowedCase } from '#bot/handoff/contractor-connector.ts';
import { reopenLine } from '#bot/handoff/contractor-down.ts';
import { hearContractor } from '#bot/handoff/hear-contractor.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { blockLine, tryLater } from './block-line.ts';
import { eachInTurn } from './each-in-turn.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';

type FollowJob = Extract<JobRequest, { name: 'follow-contractor' }>['data'];

const minute = 60_000;
/** Between two looks at a system that answers; a call of theirs comes in between. */
const lookEvery = 3 * minute;
const longestPause = 60 * minute;

/**
 * Asks a contractor's system what happened to our cases there. Without references: to all of them, and then again
 * for as long as they have any; with them (they called): to those, once.
 */
export async function followContractor(ports: JobHandlerPorts, job: FollowJob): Promise<void> {
  const { contractor, connector } = await find(ports, job.contractorId);
  if (contractor === null || connector?.follow === undefined) return;
  const cases = await casesAt(ports, contractor.id, job.references);
  if (cases.length === 0) return;
  const block = connector.newsFromElsewhere
    ? null
    : await ports.storage.stores.contractorLines.block(contractor.id);
  if (block !== null && block.nextTryAt > ports.now()) return lookWhenBack(ports, job, block.nextTryAt);
  const failures = await look(ports, { contractor, connector, cases }, job).catch(async (error: unknown) => {
    // A fault of our own: the queue tries this job some more, and when it gives up the looks must not end with it.
    await lookAgain(ports, { ...job, failures: job.failures + 1 });
    throw error;
  });
  if (job.references !== null && failures === 0) return;
  await lookAgain(ports, { ...job, failures });
}

async function find(ports: JobHandlerPorts, id: string) {
  const { settings } = (await ports.deskSource.current()).desk;
  const contractor = settings.contractors.find((known) => known.id === id) ?? null;
  return { contractor, connector: contractor && ports.connectors(contractor) };
}

/** Those that they have, solved ones that are not closed included: theirs may be opened again. */
async function casesAt(
  { storage: { stores } }: JobHandlerPorts,
  contractorId: string,
  references: readonly string[] | null,
): Promise<FollowedCase[]> {
  const open = await stores.cases.open();
  return open
    .filter(({ assignee }) => assignee?.kind === 'contractor' && assignee.id === contractorId)
    .filter(({ number }) => references === null || references.includes(number))
    .map(({ number, contractorReference }) => ({ reference: number, contractorReference }));
}

type Look = {
  readonly contractor: Contractor;
  readonly connector: ContractorConnector;
  readonly cases: readonly FollowedCase[];
};

/** Failures in a row, 0 when it went well. Marks move only when all was heard, so nothing is missed. */
async function look(
  ports: JobHandlerPorts,
  { contractor, connector, cases }: Look,
  { references, failures }: FollowJob,
): Promise<number> {
  try {
    const before = (await ports.followMarks?.read(contractor.id)) ?? null;
    const heard = await connector.follow?.(contractor, cases, before);
    await eachInTurn(heard?.news ?? [], (news) => hear(ports, contractor.id, news));
    const mark = heard?.mark ?? null;
    if (references === null && mark !== null && mark !== before) {
      await ports.followMarks?.save(contractor.id, mark);
    }
    if (!connector.newsFromElsewhere) await hearThatTheyAreBack(ports, contractor);
    return 0;
  } catch (error) {
    if (!(error instanceof OutsideSystemFailed)) throw error;
    const data = { contractorId: contractor.id, failures: failures + 1, error: error.message };
    ports.logger.warn(data, 'A contractor could not be asked for news.');
    if (error.about === 'sign-in' && !connector.newsFromElsewhere) {
      await stopAsking(ports, contractor, error);
    }
    return failures + 1;
  }
}

/** They refuse our sign-in: asking on would lock the account. */
async function stopAsking(
  ports: JobHandlerPorts,
  contractor: Contractor,
  error: OutsideSystemFailed,
): Promise<void> {
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    await blockLine(work, contractor, error);
    return work;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

/** They answer: what waits is tried at once. */
async function hearThatTheyAreBack(ports: JobHandlerPorts, contractor: Contractor): Promise<void> {
  const { contractorLines } = ports.storage.stores;
  const block = await contractorLines.block(contractor.id);
  if (block === null) return;
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    const waiting = await stores.contractorLines.waiting(contractor.id);
    await reopenLine(work, { contractor, block, waiting });
    await tryLater(work, contractor.id, null);
    return work;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

/** Left alone with everything else; a little after the try that says whether they are back. */
function lookWhenBack(ports: JobHandlerPorts, job: FollowJob, nextTryAt: Date): Promise<void> {
  return enqueueFollow(ports, { ...job, references: null }, new Date(nextTryAt.getTime() + minute / 2));
}

async function hear(ports: JobHandlerPorts, contractorId: string, news: ContractorNews): Promise<void> {
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction((stores) =>
    hearContractor(stores, ctx, { contractorId, news }),
  );
  await ports.deliverer.deliverAll(deliveryIds);
}

async function lookAgain(ports: JobHandlerPorts, job: FollowJob): Promise<void> {
  const pause = Math.min(lookEvery * 2 ** job.failures, longestPause);
  await enqueueFollow(ports, { ...job, references: null }, new Date(ports.now().getTime() + pause));
}

/** One waiting look per contractor, whoever asks for it. */
async function enqueueFollow(
  { storage }: Pick<JobHandlerPorts, 'storage'>,
  data: FollowJob,
  startAfter: Date | null,
): Promise<void> {
  const singletonKey = `follow ${data.contractorId}`;
  await storage.stores.jobs.enqueue({ name: 'follow-contractor', data }, { startAfter, singletonKey });
}

/** They have a case of ours: from now on they are asked about it. */
export async function beginToFollow(ports: JobHandlerPorts, contractorId: string): Promise<void> {
  const { connector } = await find(ports, contractorId);
  if (connector?.follow === undefined) return;
  const job = { contractorId, references: null, failures: 0 };
  await enqueueFollow(ports, job, new Date(ports.now().getTime() + lookEvery));
}
