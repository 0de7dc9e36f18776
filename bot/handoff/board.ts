import type { Reply } from '#bot/reply/reply.ts';
import { type Case, isOpen } from './case.ts';
import { cannotWait, viewCase } from './case-views.ts';
import { slaOf } from './clocks.ts';
import type { HandoffContext, Work } from './context.ts';
import { currentPromise } from './keep-record.ts';
import type { DeliveryTarget } from './stores.ts';

/** The board is a card like a case's, but of no case: this is what its deliveries are found by. */
export const boardId = 'board';
type Board = Extract<Reply, { kind: 'board' }>;
type Flag = Board['rows'][number]['flag'];

/** More rows would be no overview. */
const mostRows = 12;
const order: readonly Flag[] = ['nobody', 'overdue', 'late', 'unacknowledged', 'slipping', 'urgent', null];

/** What is open, who has not answered, what slips: what needs somebody first. */
export function viewBoard(open: readonly Case[], { loaded: { desk }, at }: HandoffContext): Board {
  const rows = open
    .filter(({ state }) => isOpen(state))
    .map((item) => ({ item, flag: flagOf(item, { desk, at }) }))
    .sort(
      (a, b) =>
        order.indexOf(a.flag) - order.indexOf(b.flag) ||
        a.item.createdAt.getTime() - b.item.createdAt.getTime(),
    );
  const count = (...flags: Flag[]) => rows.filter(({ flag }) => flags.includes(flag)).length;
  return {
    kind: 'board',
    open: rows.length,
    unacknowledged: count('unacknowledged', 'nobody'),
    slipping: count('slipping', 'late', 'overdue'),
    waiting: open.filter(({ state }) => state === 'on-hold').length,
    rows: rows
      .filter(({ flag }) => flag !== null)
      .slice(0, mostRows)
      .map(({ item, flag }) => ({ case: viewCase(item, desk, at), flag })),
  };
}

function flagOf(item: Case, { desk, at }: { desk: HandoffContext['loaded']['desk']; at: Date }): Flag {
  const { assignee, offeredTo, promisedAt } = item;
  if (assignee === null && offeredTo === null) return 'nobody';
  if (slaOf(item, desk.settings, at).overdue && item.respondedAt === undefined) return 'overdue';
  if (assignee === null) return offeredTo?.kind === 'contractor' ? null : 'unacknowledged';
  const isComing = item.onSiteAt === null && item.state === 'in-progress' && promisedAt !== null;
  if (isComing && promisedAt <= at) return 'late';
  if (isComing && currentPromise(item) !== null && slippedBefore(item)) return 'slipping';
  return cannotWait(item) ? 'urgent' : null;
}

function slippedBefore({ promises = [] }: Case): boolean {
  return promises.filter(({ how }) => how === 'estimated').length > 1;
}

/** The board in a dispatcher's chat: new, or in the place of the one that they have on screen. */
export async function queueBoard(work: Work, upn: string, replaces: string | null): Promise<void> {
  const { stores, ctx } = work;
  const id = ctx.newId();
  const target: DeliveryTarget = { kind: 'person', upn };
  const card = { kind: 'board-card', caseId: boardId, viewerUpn: upn } as const;
  const draft = {
    id,
    target,
    content: { kind: 'card', card },
    caseId: null,
    offerId: null,
    replaces,
  } as const;
  await stores.deliveries.add({ ...draft, createdAt: ctx.at });
  work.deliveryIds.push(id);
}
