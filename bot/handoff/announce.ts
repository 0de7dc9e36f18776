import { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Case, ContextPacket } from './case.ts';
import { caseTitle } from './case-title.ts';
import { viewCase } from './case-views.ts';
import { record } from './change-case.ts';
import { type HandoffContext, mayDispatch, startWork, type Work } from './context.ts';
import { tellPerson, tellRequesters } from './outbox.ts';
import { areConnected } from './same-incident.ts';
import type { HandoffStores } from './stores.ts';
import { untouched } from './untouched.ts';
import { watchClocksLater } from './watch-clocks.ts';

export type Outage = {
  readonly category: Category;
  /** Empty: every site. */
  readonly siteIds: readonly string[];
  readonly text: string;
};

/** As a press carries it; written anew when it comes back. */
export function writeOutage({ category, siteIds, text }: Outage): string {
  return [category, siteIds.join(','), text].join('|').slice(0, 480);
}

/** Null: none of ours, or for sites that the desk does not have. */
export function readOutage(value: string | null, desk: Desk): Outage | null {
  const [kind = '', sites = '', ...rest] = (value ?? '').split('|');
  const category = Category.safeParse(kind);
  const siteIds = sites.split(',').filter((id) => id !== '');
  const text = rest.join('|').trim();
  const isKnown = siteIds.every((id) => desk.sites.has(id));
  return category.success && isKnown && text !== '' ? { category: category.data, siteIds, text } : null;
}

/** Those whom an outage concerns: whoever is at home at such a site; all who are at home anywhere when it is everywhere. */
export function concernedBy({ siteIds }: Outage, desk: Desk): Person[] {
  const people = [...desk.people.values()].filter(({ homeSiteIds }) => homeSiteIds.length > 0);
  if (siteIds.length === 0) return people;
  return people.filter(({ homeSiteIds }) =>
    homeSiteIds.some((home) => siteIds.some((id) => areConnected(id, home, desk))),
  );
}

/**
 * A dispatcher says that something is down: a case of the dispatcher's own that every further report joins at once, and
 * word to all whom it concerns and who can be reached. Null: not somebody who may.
 */
export async function announceOutage(
  stores: HandoffStores,
  ctx: HandoffContext,
  { actor, outage }: { actor: Person; outage: Outage },
): Promise<{ readonly reply: Reply; readonly deliveryIds: readonly string[] } | null> {
  if (!mayDispatch(actor)) return null;
  const work = startWork(stores, ctx);
  const since = new Date(ctx.at.getTime() - 4 * 3_600_000);
  const known = await stores.cases.openNear({ categories: [outage.category], since });
  if (known.some(({ announcement }) => announcement?.text === outage.text)) return null;
  const item = await stores.cases.create(draftOutage(ctx, actor, outage));
  await record(work, item.id, 'opened', actor.upn);
  await record(work, item.id, 'announced', actor.upn, { siteIds: outage.siteIds, text: outage.text });
  await watchClocksLater(work, item);
  const told = await tellConcerned(work, actor, outage, known);
  const view = viewCase(item, ctx.loaded.desk, ctx.at);
  return { reply: { kind: 'announced', case: view, text: outage.text, told }, deliveryIds: work.deliveryIds };
}

/** Those who have reported it hear it about their case, the others by itself. @returns how many. */
async function tellConcerned(
  work: Work,
  actor: Person,
  outage: Outage,
  known: readonly Case[],
): Promise<number> {
  const { desk } = work.ctx.loaded;
  const told = new Set([actor.upn]);
  const isConcerned = ({ siteId }: Case) =>
    siteId !== null &&
    (outage.siteIds.length === 0 || outage.siteIds.some((id) => areConnected(id, siteId, desk)));
  for (const item of known.filter(isConcerned)) {
    await tellRequesters(work, item, { event: 'announced', text: outage.text });
    for (const upn of [item.requesterUpn, ...item.reporterUpns]) told.add(upn);
  }
  const siteNames = outage.siteIds.map((id) => desk.sites.get(id)?.name ?? id);
  for (const { upn } of concernedBy(outage, desk)) {
    if (told.has(upn) || (await work.stores.contacts.get(upn))?.reachable !== true) continue;
    told.add(upn);
    const content: Reply = { kind: 'announcement', text: outage.text, siteNames };
    await tellPerson(work, { upn, content, language: desk.settings.language, caseId: null });
  }
  return told.size - 1;
}

function draftOutage(ctx: HandoffContext, actor: Person, outage: Outage) {
  const { settings } = ctx.loaded.desk;
  const [only] = outage.siteIds;
  const siteId = outage.siteIds.length === 1 && only !== undefined ? only : null;
  return {
    ...untouched,
    id: ctx.newId(),
    state: 'in-progress',
    type: 'incident',
    priority: { impact: 'high', urgency: 'medium', level: 'high', hazard: false },
    category: outage.category,
    siteId,
    requesterUpn: actor.upn,
    replyLanguage: settings.language,
    title: caseTitle(outage.text, outage.category),
    packet: packetOf(ctx, actor, outage),
    assignee: { kind: 'dispatcher', id: actor.upn },
    createdAt: ctx.at,
    announcement: { siteIds: outage.siteIds, text: outage.text },
    // Whoever announces it has responded.
    respondedAt: ctx.at,
  } as const;
}

function packetOf({ at }: HandoffContext, actor: Person, { text }: Outage): ContextPacket {
  const { upn, name, title, phone } = actor;
  return {
    requester: { upn, name, title, phone },
    site: null,
    device: null,
    symptom: text,
    since: null,
    affected: null,
    attempts: [],
    notesShown: [],
    technicianNotes: [],
    dialogue: [{ at, who: 'requester', name, text }],
    attachments: [],
    classificationReason: '',
    language: null,
    withheld: [],
  };
}
