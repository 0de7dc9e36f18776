import { contractorTroubleWords } from '#bot/i18n/contractor-trouble.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { type Case, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import type { Work } from './context.ts';
import type { ContractorNews, ContractorTrouble } from './contractor-connector.ts';
import { passToNext } from './escalate.ts';
import { tellRequesters } from './outbox.ts';

type Trouble = ContractorNews & ContractorTrouble;

/**
 * A message went astray after their system, or its post, had taken it. A case that never reached them goes to a
 * dispatcher, as one that they refuse, and the requester hears it; of anything less, and of what is not proved,
 * dispatchers are shown the case. The case says why.
 */
export async function hearTrouble(work: Work, item: Case, by: string, news: Trouble): Promise<Case | null> {
  if (!isOpen(item.state)) return null;
  const isLost =
    news.trouble === 'undelivered' && news.certain && (await isTheCaseItself(work, item, by, news));
  const saved = await writeDown(work, item, by, news);
  if (saved === null) return null;
  if (!isLost) {
    await alertDispatchers(work, saved);
    return saved;
  }
  await tellRequesters(work, saved, { event: 'contractor-unreachable' });
  return (await passToNext(work, saved, null, ['dispatcher', 'any_technician'])) ?? saved;
}

/** Whether what came back was the handing over; a comment that is lost leaves the case where it is. */
async function isTheCaseItself(
  { stores }: Work,
  item: Case,
  by: string,
  news: Extract<ContractorTrouble, { trouble: 'undelivered' }>,
): Promise<boolean> {
  const events = await stores.cases.events(item.id);
  const last = events.findLast(
    ({ kind, data }) => kind === 'sent-to-contractor' && data.contractor === by && data.comment !== true,
  );
  return last !== undefined && last.data.message === news.message;
}

async function writeDown(work: Work, item: Case, by: string, news: Trouble): Promise<Case | null> {
  const { settings } = work.ctx.loaded.desk;
  const name = settings.contractors.find(({ id }) => id === by)?.name ?? by;
  const text = contractorTroubleWords(settings.language)[news.trouble](name);
  const line = { at: work.ctx.at, who: 'vaktis', name: 'Vaktis', text } as const;
  const saved = await changeCase(work, item.id, (current) => ({
    ...current,
    packet: { ...current.packet, dialogue: [...current.packet.dialogue, line] },
  }));
  if (saved === null) return null;
  const data = { contractor: by, newsId: news.id, trouble: news.trouble, final: true, ambiguous: false };
  await record(work, item.id, 'contractor-failed', by, data);
  return saved;
}
