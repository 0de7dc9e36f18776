import type { DeliveryTarget, NewDelivery } from '#bot/handoff/stores.ts';
import type { ReportAnswer } from '#bot/reply/beyond-chat.ts';
import type { CaseView, Envelope, Reply } from '#bot/reply/reply.ts';
import type { Stores } from '../stores.ts';
import type { Outcome, Turn } from '../turn.ts';
import type { CaseWish } from './make-case.ts';

/** The author hears who made the case, and then all that a requester hears; whoever made it has it in writing. */
export async function tellBoth(
  wish: CaseWish,
  turn: Turn,
  stores: Stores,
  outcome: Outcome,
  isReachable: boolean,
): Promise<{ answer: ReportAnswer; deliveryIds: readonly string[] }> {
  const { author, presser, language } = wish;
  const view = caseIn(outcome.replies);
  const isYou = author.upn === presser.upn;
  const number = view?.number ?? '';
  const common = { kind: 'reported', number, reachable: isReachable } as const;
  const forAuthor: Reply[] = isYou
    ? [...outcome.replies]
    : [
        { ...common, role: 'requester', name: presser.name, words: turn.text.slice(0, 500) },
        ...outcome.replies,
      ];
  const ids: string[] = [];
  for (const [index, content] of forAuthor.entries()) {
    const introduce = index === 0 && !turn.state.introduced;
    const target: DeliveryTarget = isReachable
      ? { kind: 'conversation', address: turn.message.address }
      : { kind: 'person', upn: author.upn };
    ids.push(
      await write(turn, stores, target, { language: outcome.language, introduce, content }, outcome.caseId),
    );
  }
  if (!isYou) {
    const content: Reply = { ...common, role: 'reporter', name: author.name, words: null };
    const told = { language, introduce: false, content };
    ids.push(await write(turn, stores, { kind: 'person', upn: presser.upn }, told, null));
  }
  return { answer: endOf(wish, outcome, view, isReachable), deliveryIds: [...ids, ...outcome.deliveryIds] };
}

async function write(
  turn: Turn,
  stores: Stores,
  target: DeliveryTarget,
  envelope: Envelope,
  caseId: string | null,
): Promise<string> {
  const delivery: NewDelivery = {
    id: turn.newId(),
    target,
    content: { kind: 'reply', envelope },
    caseId,
    offerId: null,
    replaces: null,
    createdAt: turn.at,
  };
  await stores.deliveries.add(delivery);
  return delivery.id;
}

function caseIn(replies: readonly Reply[]): CaseView | null {
  for (const reply of replies) {
    if (reply.kind === 'handed-off' || reply.kind === 'joined') return reply.case;
    if (reply.kind === 'detail-added' || reply.kind === 'relayed') return reply.case;
  }
  return null;
}

function endOf(
  { author, presser, language }: CaseWish,
  outcome: Outcome,
  view: CaseView | null,
  reachable: boolean,
): ReportAnswer {
  return {
    kind: 'report-made',
    language,
    author: { name: author.name, isYou: author.upn === presser.upn },
    number: view?.number ?? '',
    how: howIt(outcome),
    state: view?.state ?? 'new',
    to: view?.assignee ?? view?.offeredTo ?? null,
    when: view?.when ?? null,
    reachable,
    hazard: outcome.triage?.priority.hazard ?? false,
  };
}

function howIt({ caseEffect }: Outcome): 'made' | 'joined' | 'added' {
  if (caseEffect === 'opened') return 'made';
  return caseEffect === 'joined' ? 'joined' : 'added';
}
