import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { type Case, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { questionFor } from './choose-for-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import type { ContractorNews } from './contractor-connector.ts';
import { hearTrouble } from './hear-trouble.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import { placeCase } from './place-case.ts';
import type { HandoffStores } from './stores.ts';
import { closeLater, goOn } from './work-on-case.ts';

/** More of a comment than this is read in their own system. */
const longestWords = 2_000;

/** False: it was heard before, came too late, or is about a case that they do not have. */
export type Heard = { readonly done: boolean; readonly deliveryIds: readonly string[] };

/**
 * Something happened in the contractor's system: the case follows, and the requester hears it in plain words. The
 * words are theirs: bounded, with passwords and personal identity numbers hidden, shown as text.
 */
export async function hearContractor(
  stores: HandoffStores,
  ctx: HandoffContext,
  { contractorId, news }: { readonly contractorId: string; readonly news: ContractorNews },
): Promise<Heard> {
  const work = startWork(stores, ctx);
  const item = await stores.cases.getByNumber(news.reference);
  if (item === null || !hasIt(item, contractorId)) return { done: false, deliveryIds: [] };
  const events = await stores.cases.events(item.id);
  const isKnown = events.some(({ data }) => data.newsId === news.id);
  const heard = isKnown ? null : await hear(work, item, contractorId, news);
  if (heard !== null) await refreshCards(work, heard);
  return { done: heard !== null, deliveryIds: work.deliveryIds };
}

function hasIt({ assignee }: Case, contractorId: string): boolean {
  return assignee?.kind === 'contractor' && assignee.id === contractorId;
}

function hear(work: Work, item: Case, by: string, news: ContractorNews): Promise<Case | null> {
  switch (news.kind) {
    case 'comment':
      return hearWords(work, item, by, news);
    case 'state':
      return hearState(work, item, by, news);
    case 'trouble':
      return hearTrouble(work, item, by, news);
  }
}

type Words = Extract<ContractorNews, { kind: 'comment' }>;
type State = Extract<ContractorNews, { kind: 'state' }>;

async function hearWords(work: Work, item: Case, by: string, news: Words): Promise<Case | null> {
  const text = bound(maskSecrets(news.text.trim()).text);
  if (text === '') return null;
  const name = contractorName(work, by);
  const line = { at: news.at, who: 'contractor', name, text } as const;
  const saved = await changeCase(work, item.id, (current) => ({
    ...current,
    packet: { ...current.packet, dialogue: [...current.packet.dialogue, line] },
  }));
  if (saved === null) return null;
  await record(work, item.id, 'contractor-said', by, { newsId: news.id, text });
  await tellRequesters(work, saved, { event: 'message', text });
  return saved;
}

/** Only a state that is new, and not older than the one that is known, says something. */
async function hearState(work: Work, item: Case, by: string, news: State): Promise<Case | null> {
  const known = item.contractorState;
  if (known !== undefined && (known.theirs === news.theirs || known.at > news.at)) return null;
  const { state, theirs, at } = news;
  const saved = await changeCase(work, item.id, (current) => follow(current, news, work.ctx.at));
  if (saved === null) return null;
  const from = known?.theirs ?? null;
  await record(work, item.id, 'contractor-state', by, { state, theirs, from, at: at.toISOString() });
  return after[state](work, saved, item, by);
}

/** What their state means for the case itself. */
function follow(current: Case, { state, theirs, at }: State, now: Date): Case {
  const told: Case = { ...current, contractorState: { state, theirs, at } };
  if (!isOpen(current.state)) return told;
  switch (state) {
    case 'resolved':
    case 'closed': {
      const resolution = current.packet.dialogue.findLast(({ who }) => who === 'contractor')?.text ?? null;
      return { ...told, state: 'resolved', holdReason: null, offeredTo: null, resolvedAt: now, resolution };
    }
    case 'waiting':
      return { ...told, state: 'on-hold', holdReason: 'awaiting-requester' };
    case 'in-progress':
      return { ...told, state: 'in-progress', holdReason: null };
    default:
      return told;
  }
}

type After = (work: Work, saved: Case, before: Case, by: string) => Promise<Case>;

/** What people hear of it, and what comes next. */
const after: Record<State['state'], After> = {
  received: async (_work, saved) => saved,
  'in-progress': async (work, saved, before) => {
    if (!isOpen(before.state)) return saved;
    await tellRequesters(work, saved, { event: 'contractor-working' });
    return before.state === 'on-hold' ? goOn(work, saved) : saved;
  },
  waiting: async (work, saved, before) => {
    if (isOpen(before.state)) {
      await tellRequesters(work, saved, { event: 'on-hold', reason: 'awaiting-requester' });
    }
    return saved;
  },
  resolved: askWhetherItWorks,
  closed: askWhetherItWorks,
  returned: (work, saved, _before, by) => takeBack(work, saved, by, null),
};

/** What they call solved is solved when the requester says so, or nothing more. */
async function askWhetherItWorks(work: Work, saved: Case, before: Case, by: string): Promise<Case> {
  if (!isOpen(before.state)) return saved;
  await record(work, saved.id, 'resolved', by, { resolution: saved.resolution });
  await tellRequesters(work, saved, { event: 'resolved', resolution: saved.resolution });
  await closeLater(work, saved.id);
  return saved;
}

/**
 * The contractor sent it back ("not ours"): the technician whom the rules name gets it, with their words, and the
 * dispatchers can count how often it happens. `byUpn`: the person who reported it; null: their system did.
 */
export async function takeBack(work: Work, item: Case, by: string, byUpn: string | null): Promise<Case> {
  if (!isOpen(item.state)) return item;
  const words = item.packet.dialogue.findLast(({ who }) => who === 'contractor')?.text ?? null;
  const row = item.packet.classificationReason;
  await record(work, item.id, 'bounced', byUpn ?? by, { contractor: by, words, row });
  const question = await questionFor(work, item, []);
  const chosen = chooseResponsible(work.ctx.loaded.desk, { ...question, noteHandledBy: 'local' });
  const placed = await placeCase(work, item, chosen?.kind === 'technician' ? chosen : null);
  await tellRequesters(work, placed, { event: 'reassigned', reason: 'returned' });
  if (placed.offeredTo?.kind === 'contractor') await alertDispatchers(work, placed);
  return placed;
}

function contractorName({ ctx }: Work, id: string): string {
  return ctx.loaded.desk.settings.contractors.find((known) => known.id === id)?.name ?? id;
}

function bound(text: string): string {
  return text.length <= longestWords ? text : `${text.slice(0, longestWords)}…`;
}
