import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { CaseFile, CaseNotice, Reply, ReplyLanguage } from '#bot/reply/reply.ts';
import type { Case } from './case.ts';
import { viewCase } from './case-views.ts';
import type { Work } from './context.ts';
import type { DeliveryTarget, NewDelivery } from './stores.ts';

type Draft = Pick<NewDelivery, 'target' | 'content' | 'caseId'> &
  Partial<Pick<NewDelivery, 'offerId' | 'replaces'>>;

/** Writes one message to the outbox. Its caller sends it right after the commit; the sweep, should it have died. */
async function queue(work: Work, draft: Draft): Promise<void> {
  const { stores, ctx } = work;
  const id = ctx.newId();
  await stores.deliveries.add({ offerId: null, replaces: null, ...draft, id, createdAt: ctx.at });
  work.deliveryIds.push(id);
}

/** Says something to a person in their own chat. */
export async function tellPerson(
  work: Work,
  message: { upn: string; content: Reply; language: ReplyLanguage; caseId: string | null },
): Promise<void> {
  const target: DeliveryTarget = { kind: 'person', upn: message.upn };
  const envelope = { language: message.language, introduce: false, content: message.content };
  await queue(work, { target, content: { kind: 'reply', envelope }, caseId: message.caseId });
}

/** Tells the requester, and those who joined, what happened to their case. `except` already knows. */
export async function tellRequesters(
  work: Work,
  item: Case,
  notice: CaseNotice,
  except: string | null = null,
): Promise<void> {
  const view = viewCase(item, work.ctx.loaded.desk, work.ctx.at);
  for (const upn of new Set([item.requesterUpn, ...item.reporterUpns])) {
    if (upn === except) continue;
    const content: Reply = { kind: 'case-notice', case: view, notice };
    await tellPerson(work, { upn, content, language: item.replyLanguage, caseId: item.id });
  }
}

/** `from`: the writer's name. `raised`: the words made it more urgent. */
type Said = {
  readonly from: string;
  readonly text: string;
  readonly files?: readonly CaseFile[];
  readonly raised?: { readonly from: PriorityLevel; readonly to: PriorityLevel } | null;
};

/** Passes the requester's words on to whoever has the case, or is offered it with a card on screen. */
export async function tellHolder(
  work: Work,
  item: Case,
  { from, text, files = [], raised = null }: Said,
): Promise<void> {
  const holder = item.assignee ?? (await work.stores.cases.currentOffer(item.id))?.to ?? null;
  if (holder === null || holder.kind === 'contractor') return;
  const view = viewCase(item, work.ctx.loaded.desk, work.ctx.at);
  const content: Reply = {
    kind: 'case-message',
    case: view,
    from,
    text,
    ...(files.length > 0 ? { files } : {}),
    ...(raised === null ? {} : { raised }),
  };
  await tellPerson(work, {
    upn: holder.id,
    content,
    language: languageOfColleague(work, holder.id),
    caseId: item.id,
  });
}

/** A new card about the case in somebody's chat; with an offer, its delivery is watched. */
export async function sendCard(
  work: Work,
  item: Case,
  viewerUpn: string,
  offerId: string | null,
): Promise<void> {
  const card = { kind: 'case-card', caseId: item.id, viewerUpn } as const;
  const target: DeliveryTarget = { kind: 'person', upn: viewerUpn };
  await queue(work, { target, content: { kind: 'card', card }, caseId: item.id, offerId });
}

/** Every card of this case that somebody has on screen is replaced in place by what is true now. */
export async function refreshCards(work: Work, item: Case): Promise<void> {
  for (const [upn, replaces] of await work.stores.deliveries.shownCards(item.id)) {
    const card = { kind: 'case-card', caseId: item.id, viewerUpn: upn } as const;
    const target: DeliveryTarget = { kind: 'person', upn };
    await queue(work, { target, content: { kind: 'card', card }, caseId: item.id, replaces });
  }
}

/** Technicians and dispatchers read in their own listed language, else in the desk's. */
export function languageOfColleague(work: Pick<Work, 'ctx'>, upn: string): ReplyLanguage {
  const { people, settings } = work.ctx.loaded.desk;
  const listed = people.get(upn)?.language;
  return listed === 'sv' || listed === 'en' ? listed : settings.language;
}
