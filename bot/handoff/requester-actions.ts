import type { Person } from '#bot/desk/person.ts';
import type { CaseView } from '#bot/reply/reply.ts';
import { type AttachmentName, type Case, isOpen } from './case.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { learnFromCase } from './learn-from-case.ts';
import { refreshCards, tellHolder, tellRequesters } from './outbox.ts';
import { putBackToWork } from './put-back-to-work.ts';
import { filesOf } from './relay-to-requester.ts';
import type { HandoffStores } from './stores.ts';
import { watchClocksLater } from './watch-clocks.ts';
import { goOn, withdrawOffer } from './work-on-case.ts';

/** The requester, or somebody who joined, acts on a case. `text` is in their words, secrets masked. */
export type RequesterInput = {
  readonly caseId: string;
  readonly actor: Person;
  readonly text: string;
  /** The channel's id of the message that said it. */
  readonly messageId?: string;
  readonly attachments?: readonly AttachmentName[];
};

export type RequesterResult = {
  /** False: nothing was changed (`case` null: no such case for this person; else it was so already, or is over). */
  readonly done: boolean;
  readonly case: Case | null;
  readonly view: CaseView | null;
  readonly deliveryIds: readonly string[];
};

export type RequesterAction = (
  stores: HandoffStores,
  ctx: HandoffContext,
  input: RequesterInput,
) => Promise<RequesterResult>;

/** Adds what was said later, and passes it on to whoever has the case. Done is false when the case is over. */
export const addDetail = createRequesterAction(
  (current, input, { at }) => (isOpen(current.state) ? withLine(current, input, at) : null),
  async (work, saved, { actor, text, attachments = [] }) => {
    await record(work, saved.id, 'detail-added', actor.upn, { text });
    await tellHolder(work, saved, { from: actor.name, text, files: filesOf(attachments) });
    await tellContractor(work, saved);
  },
);

/** Answers what the technician asked: the case goes on. Without a question it is a detail like any other. */
export const answerQuestion = createRequesterAction(
  (current, input, { at }) => (isOpen(current.state) ? withAnswer(current, input, at) : null),
  async (work, saved, { actor, text, attachments = [] }) => {
    await record(work, saved.id, 'requester-answered', actor.upn, { text });
    await tellHolder(work, saved, { from: actor.name, text, files: filesOf(attachments) });
    await tellContractor(work, saved);
    // Only an answer ends a wait; what was said without a question changes no clock.
    const ended = saved.holds?.at(-1)?.to?.getTime() === work.ctx.at.getTime();
    return ended ? goOn(work, saved) : saved;
  },
);

/** Takes the case back; whoever has it is told, and nobody needs to answer any more. The requester's alone to do. */
export const cancel = createRequesterAction(
  (current, { actor }) =>
    isOpen(current.state) && current.requesterUpn === actor.upn
      ? { ...current, state: 'cancelled', holdReason: null, offeredTo: null }
      : null,
  async (work, saved, { actor, text }) => {
    const offer = await work.stores.cases.currentOffer(saved.id);
    await withdrawOffer(work, saved.id);
    await record(work, saved.id, 'cancelled', actor.upn, { text });
    // A card that nobody has answered yet only changes; somebody who is on the way has to be told.
    if (offer === null && text.trim() !== '') await tellHolder(work, saved, { from: actor.name, text });
    await tellRequesters(work, saved, { event: 'cancelled' }, actor.upn);
    await tellContractor(work, saved);
  },
);

/** It works: the case is closed. Before it is resolved only the requester can say so for everybody. */
export const confirmResolved = createRequesterAction(
  (current, { actor }) =>
    current.state === 'resolved' || (isOpen(current.state) && current.requesterUpn === actor.upn)
      ? { ...current, state: 'closed', holdReason: null, offeredTo: null, resolvedAt: current.resolvedAt }
      : null,
  async (work, saved, { actor, text }) => {
    await withdrawOffer(work, saved.id);
    await record(work, saved.id, 'confirmed', actor.upn, { text });
    await record(work, saved.id, 'closed', 'vaktis');
    await learnFromCase(work, saved);
    await tellRequesters(work, saved, { event: 'closed' }, actor.upn);
    await tellContractor(work, saved);
  },
);

/** It does not work, or has come back: the case is open again with the reason, with whoever had it. */
export const reopen = createRequesterAction(
  (current, input, { at }) => {
    if (isOpen(current.state)) return null;
    const told = input.text.trim() === '' ? current : withLine(current, input, at);
    return {
      ...told,
      state: current.assignee === null ? 'new' : 'in-progress',
      resolvedAt: null,
      promisedAt: null,
      onSiteAt: null,
    };
  },
  async (work, saved, { actor, text }) => {
    await record(work, saved.id, 'reopened', actor.upn, { text });
    await watchClocksLater(work, saved);
    return putBackToWork(work, saved, actor, text);
  },
);

/** What was resolved does not work after all: the same as a reopening. */
export const notResolved = reopen;

/** A second reporter of the same thing: hears all that the first does from now on. */
export async function join(
  stores: HandoffStores,
  ctx: HandoffContext,
  input: RequesterInput,
): Promise<RequesterResult> {
  const { caseId, actor, text } = input;
  const work = startWork(stores, ctx);
  const joined = await changeCase(work, caseId, (current) => {
    const isIn = current.requesterUpn === actor.upn || current.reporterUpns.includes(actor.upn);
    if (isIn || !isOpen(current.state)) return null;
    const reporterUpns = [...current.reporterUpns, actor.upn];
    return { ...withLine(current, input, ctx.at), reporterUpns };
  });
  if (joined === null) return unchanged(work, await stores.cases.get(caseId));
  await record(work, caseId, 'joined', actor.upn, { text });
  await tellHolder(work, joined, { from: actor.name, text });
  await tellContractor(work, joined);
  return changed(work, joined);
}

type Change = (current: Case, input: RequesterInput, ctx: HandoffContext) => Case | null;
/** A case in return is the one after further changes. */
type After = (work: Work, saved: Case, input: RequesterInput) => Promise<Case | undefined> | Promise<void>;

function createRequesterAction(change: Change, after: After): RequesterAction {
  return async (stores, ctx, input) => {
    const work = startWork(stores, ctx);
    const item = await stores.cases.get(input.caseId);
    if (item === null || !isTheirs(item, input.actor)) return unchanged(work, null);
    const saved = await changeCase(work, item.id, (current) => change(current, input, ctx));
    if (saved === null) return unchanged(work, await stores.cases.get(item.id));
    return changed(work, (await after(work, saved, input)) ?? saved);
  };
}

/** Their own case, or one that they joined. */
export function isTheirs(item: Case, { upn }: Person): boolean {
  return item.requesterUpn === upn || item.reporterUpns.includes(upn);
}

/** It waits for what its requester says. */
export function awaitsRequester({ state, holdReason }: Case): boolean {
  return state === 'on-hold' && holdReason === 'awaiting-requester';
}

/** The case with what was said now, which ends a wait for it. */
export function withAnswer(item: Case, input: RequesterInput, at: Date): Case {
  const told = withLine(item, input, at);
  if (!awaitsRequester(item)) return told;
  return { ...told, state: item.assignee === null ? 'new' : 'in-progress', holdReason: null };
}

/** The case with what was said now at the end of its dialogue. */
export function withLine(
  item: Case,
  { actor, text, messageId, attachments = [] }: RequesterInput,
  at: Date,
): Case {
  const origin = messageId === undefined ? {} : { messageId };
  const line = { at, who: 'requester', name: actor.name, text, ...origin } as const;
  return {
    ...item,
    packet: {
      ...item.packet,
      dialogue: [...item.packet.dialogue, line],
      attachments: [...item.packet.attachments, ...attachments],
    },
  };
}

/** The contractor's system is told what was said or happened since, if it has the case. */
export async function tellContractor(work: Work, item: Case): Promise<void> {
  if (item.assignee?.kind !== 'contractor') return;
  await work.stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId: item.id } });
}

/** What came of it, once everybody's cards are true again. */
export async function changed(work: Work, item: Case): Promise<RequesterResult> {
  await refreshCards(work, item);
  const view = viewCase(item, work.ctx.loaded.desk, work.ctx.at);
  return { done: true, case: item, view, deliveryIds: work.deliveryIds };
}

/** Nothing was done: the case as it is, if it is theirs to see. */
export function unchanged(work: Work, item: Case | null): RequesterResult {
  const view = item && viewCase(item, work.ctx.loaded.desk, work.ctx.at);
  return { done: false, case: item, view, deliveryIds: work.deliveryIds };
}
