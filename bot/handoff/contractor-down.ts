import type { Contractor, DeskSettings } from '#bot/desk/desk-settings.ts';
import { parseDuration } from '#bot/desk/duration.ts';
import type { Person } from '#bot/desk/person.ts';
import { addServiceTime } from '#bot/desk/service-hours.ts';
import type { OutsideSystemFailed } from '#bot/errors.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { type Case, isOpen } from './case.ts';
import { cannotWait } from './case-views.ts';
import { dispatchersOf, mayDispatch, type Work } from './context.ts';
import type { BlockReason, ContractorBlock, WaitingCase } from './contractor-line.ts';
import { languageOfColleague, tellPerson, tellRequesters } from './outbox.ts';

const minute = 60_000;
/** Until the next try, by failures in a row; after the last it stays so. */
const pauses: Readonly<Record<BlockReason, readonly number[]>> = {
  system: [minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute],
  pace: [minute / 4, minute, 2 * minute, 5 * minute, 10 * minute],
  // A wrong password tried again and again locks the account; a restart with a new one tries at once.
  'sign-in': [4 * 60 * minute],
};
/** A minute or two without an answer is nothing that somebody has to hear of. */
const requesterToldAfter = 3 * minute;
/** `tell_dispatcher_after` of a contractor in desk.yaml, in the desk's service hours. */
const defaultToldAfter = '15m';
/** More would be no overview; the dispatcher's board has them all. */
const mostListed = 12;

/** How it stands after one more failure of their system. */
export function blockAfter(
  before: ContractorBlock | null,
  contractorId: string,
  { about, retryAfter }: Pick<OutsideSystemFailed, 'about' | 'retryAfter'>,
  at: Date,
): ContractorBlock {
  const why = about === 'item' ? 'system' : about;
  const failures = (before?.failures ?? 0) + 1;
  const table = pauses[why];
  const pause = table[Math.min(failures, table.length) - 1] ?? minute;
  return {
    contractorId,
    since: before?.since ?? at,
    why,
    failures,
    nextTryAt: new Date(at.getTime() + Math.max(pause, retryAfter ?? 0)),
    // A refused sign-in is news, also in an outage that is known.
    dispatchersToldAt:
      before === null || (why === 'sign-in' && before.why !== why) ? null : before.dispatchersToldAt,
  };
}

/** When the dispatchers hear of it: at once of a refused sign-in, in any hour of what cannot wait. */
function dispatchersToldFrom(
  { since, why }: ContractorBlock,
  contractor: Contractor,
  isUrgent: boolean,
  settings: DeskSettings,
): Date {
  if (why === 'sign-in') return since;
  return addServiceTime(since, toldAfter(contractor), isUrgent ? null : settings.serviceHours, settings);
}

/** A wrong one must not be why nobody is told. */
function toldAfter({ settings }: Contractor): string {
  const { tell_dispatcher_after: written } = settings;
  if (typeof written !== 'string') return defaultToldAfter;
  try {
    parseDuration(written);
    return written;
  } catch {
    return defaultToldAfter;
  }
}

type Line = {
  readonly contractor: Contractor;
  readonly block: ContractorBlock;
  readonly waiting: readonly WaitingCase[];
};

/** Whoever waits for long enough, or joins a line that has stood still for so long, hears of it once. */
export async function tellWaitingRequesters(work: Work, { contractor, block, waiting }: Line): Promise<void> {
  const { at } = work.ctx;
  const isTold = block.why === 'sign-in' || at.getTime() - block.since.getTime() >= requesterToldAfter;
  if (!isTold) return;
  const { name, phone } = contractor;
  for (const one of waiting.filter(({ requesterTold }) => !requesterTold)) {
    // Two processes may look at once.
    if (!(await work.stores.contractorLines.tellsRequester(one.caseId))) continue;
    const item = await work.stores.cases.get(one.caseId);
    const what = item?.assignee?.kind === 'contractor' ? 'words' : 'case';
    if (item !== null) await tellRequesters(work, item, { event: 'contractor-waiting', name, phone, what });
  }
}

/** Tells the dispatchers once that nothing gets through, when it is time; else says when it will be. */
export async function tellDispatchersIfDue(work: Work, line: Line): Promise<Date | null> {
  const { contractor, block } = line;
  if (block.dispatchersToldAt !== null) return null;
  const { settings } = work.ctx.loaded.desk;
  // Reading all that waits is only for when somebody may have to hear of it.
  const earliest = dispatchersToldFrom(block, contractor, true, settings);
  if (earliest > work.ctx.at) return earliest;
  const cases = await casesOf(work, line.waiting);
  // Where nothing waits there is nothing to do, but to renew a sign-in before something does.
  if (cases.length === 0 && block.why !== 'sign-in') return null;
  const due = dispatchersToldFrom(block, contractor, cases.some(cannotWait), settings);
  if (due > work.ctx.at) return due;
  if (!(await work.stores.contractorLines.tellsDispatchers(contractor.id, work.ctx.at))) return null;
  const content = viewDown(work, line, cases);
  for (const person of readersOf(work, block)) await tell(work, person, content);
  return null;
}

/** A refused sign-in is for whoever runs this as well. */
function readersOf({ ctx }: Work, { why }: ContractorBlock): readonly Person[] {
  if (why !== 'sign-in') return dispatchersOf(ctx);
  return [...ctx.loaded.desk.people.values()].filter(mayDispatch);
}

async function casesOf({ stores }: Work, waiting: readonly WaitingCase[]): Promise<Case[]> {
  const found: Case[] = [];
  for (const { caseId } of waiting) {
    const item = await stores.cases.get(caseId);
    // What was cancelled while it waited is not sent.
    if (item !== null && (isOpen(item.state) || item.assignee?.kind === 'contractor')) found.push(item);
  }
  return found;
}

function viewDown({ ctx }: Work, { contractor, block }: Line, cases: readonly Case[]): Reply {
  const { sites } = ctx.loaded.desk;
  return {
    kind: 'contractor-down',
    name: contractor.name,
    phone: contractor.phone,
    since: block.since.toISOString(),
    why: block.why,
    contractorId: contractor.id,
    waiting: cases.slice(0, mostListed).map((item) => ({
      number: item.number,
      title: item.title,
      siteName: (item.siteId === null ? null : sites.get(item.siteId)?.name) ?? null,
      urgent: cannotWait(item),
    })),
    count: cases.length,
  };
}

/** Something got through: the line is open again, and whoever heard that it was not hears that. */
export async function reopenLine(work: Work, { contractor, block, waiting }: Line): Promise<void> {
  await work.stores.contractorLines.clearBlock(contractor.id);
  if (block.dispatchersToldAt === null) return;
  const since = block.since.toISOString();
  const content: Reply = { kind: 'contractor-up', name: contractor.name, since, count: waiting.length };
  for (const person of readersOf(work, block)) await tell(work, person, content);
}

function tell(work: Work, { upn }: Person, content: Reply): Promise<void> {
  return tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
}
