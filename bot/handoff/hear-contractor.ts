import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { guessBounceReason, soundsReturned } from './bounce-reason.ts';
import { type Case, type CaseEvent, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import type { ContractorNews } from './contractor-connector.ts';
import { staysOf, withBounceWords } from './contractor-stays.ts';
import { hearTrouble } from './hear-trouble.ts';
import { refreshCards, tellHolder, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';
import { isWith, takeBack, wordsOfStay } from './take-back.ts';
import { closeLater, goOn } from './work-on-case.ts';

/** More of a comment than this is read in their own system. */
const longestWords = 2_000;

/** A state and the words beside it are saved within seconds of each other. */
const sameMoment = 30_000;

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
  if (item === null) return { done: false, deliveryIds: [] };
  const events = await stores.cases.events(item.id);
  const isKnown = events.some(({ data }) => data.newsId === news.id);
  const heard = isKnown ? null : await hear(work, item, contractorId, news);
  if (heard !== null) await refreshCards(work, heard);
  return { done: heard !== null, deliveryIds: work.deliveryIds };
}

async function hear(work: Work, item: Case, by: string, news: ContractorNews): Promise<Case | null> {
  if (!isWith(item, by)) return news.kind === 'comment' ? hearWhy(work, item, by, news) : null;
  switch (news.kind) {
    case 'comment':
      return hearWords(work, item, by, news);
    case 'state':
      return hearState(work, item, by, { ...news, theirs: maskSecrets(news.theirs).text });
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
  const isDoubt = await tellOfDoubt(work, saved, text);
  await record(work, item.id, 'contractor-said', by, { newsId: news.id, text });
  await tellRequesters(work, saved, { event: 'message', text, ...(isDoubt ? { doubt: true } : {}) });
  return saved;
}

/** "This is not ours" in plain words, with no state that says so: the dispatchers look, once each time it is with them. */
async function tellOfDoubt(work: Work, item: Case, text: string): Promise<boolean> {
  if (!isOpen(item.state) || !soundsReturned(text)) return false;
  const since = staysOf(item).at(-1)?.from ?? item.createdAt;
  const events = await work.stores.cases.events(item.id);
  const isKnown = ({ kind, data, at }: CaseEvent) =>
    kind === 'contractor-said' && at >= since && soundsReturned(String(data.text));
  if (!events.some(isKnown)) await alertDispatchers(work, item);
  return true;
}

/** What they wrote as they sent it back can come after it: it belongs to that, and whoever has the case now reads it. */
async function hearWhy(work: Work, item: Case, by: string, news: Words): Promise<Case | null> {
  const stay = staysOf(item).at(-1);
  const text = bound(maskSecrets(news.text.trim()).text);
  const { bounce } = stay ?? {};
  if (stay?.contractorId !== by || bounce === undefined || text === '') return null;
  if (news.at.getTime() > bounce.at.getTime() + sameMoment || news.at < stay.from) return null;
  const name = contractorName(work, by);
  const line = { at: news.at, who: 'contractor', name, text } as const;
  const saved = await changeCase(work, item.id, (current) => ({
    ...withBounceWords(current, text),
    packet: { ...current.packet, dialogue: [...current.packet.dialogue, line] },
  }));
  if (saved === null) return null;
  await record(work, item.id, 'contractor-said', by, { newsId: news.id, text });
  await tellHolder(work, saved, { from: name, text });
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
      const resolution = wordsOfStay(current);
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
    const isTold = before.state === 'on-hold' && before.holdReason === 'awaiting-requester';
    if (isOpen(before.state) && !isTold)
      await tellRequesters(work, saved, { event: 'on-hold', reason: 'awaiting-requester' });
    return saved;
  },
  resolved: askWhetherItWorks,
  closed: askWhetherItWorks,
  returned: sentBack,
};

/** What they call solved is solved when the requester says so, or nothing more. */
async function askWhetherItWorks(work: Work, saved: Case, before: Case, by: string): Promise<Case> {
  if (!isOpen(before.state)) return saved;
  await record(work, saved.id, 'resolved', by, { resolution: saved.resolution });
  await tellRequesters(work, saved, { event: 'resolved', resolution: saved.resolution });
  await closeLater(work, saved.id);
  return saved;
}

/** Their own state says so. Why is read from what they wrote. */
async function sentBack(work: Work, saved: Case, before: Case, by: string): Promise<Case> {
  if (!isOpen(before.state)) return saved;
  const words = wordsOfStay(saved);
  const saidAt = saved.contractorState?.at ?? work.ctx.at;
  const at = new Date(Math.min(saidAt.getTime(), work.ctx.at.getTime()));
  const bounce = { at, reason: guessBounceReason(words), words, byUpn: null };
  return (await takeBack(work, saved.id, by, bounce)) ?? saved;
}

function contractorName({ ctx }: Work, id: string): string {
  return ctx.loaded.desk.settings.contractors.find((known) => known.id === id)?.name ?? id;
}

function bound(text: string): string {
  return text.length <= longestWords ? text : `${text.slice(0, longestWords)}…`;
}
