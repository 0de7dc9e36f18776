import type { Desk } from '#bot/desk/desk.ts';
import { localDate } from '#bot/desk/local-time.ts';
import { isOpen } from '#bot/desk/service-hours.ts';
import { dispatchersOf, type HandoffContext, startWork } from '#bot/handoff/context.ts';
import { languageOfColleague, tellPerson } from '#bot/handoff/outbox.ts';
import { siteCard, weekCard } from '#bot/insights/cards.ts';
import { addMonths, mondayOf } from '#bot/insights/facts/local-week.ts';
import { findHelp, type HelpPorts } from '#bot/insights/helps/find-help.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import { refreshInsights } from '#bot/insights/refresh-insights.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';

/** What counting and its cards need. */
export type FiguresPorts = Pick<HelpPorts, 'work' | 'understanding' | 'chooseResponsible'> & {
  readonly insights: InsightStore;
};

/** A new month is told of within its first days; after a week it is no news. */
const toldUntilDay = 7;

/** Counts what changed; a long history in pieces, so that no job takes long. @returns whether there is more. */
export async function countFigures(ports: JobHandlerPorts, { insights }: FiguresPorts): Promise<boolean> {
  const { at, loaded } = await contextNow(ports);
  const counted = await refreshInsights({
    insights,
    at,
    desk: loaded.desk,
    noteOf: (id) => loaded.notes.get(id),
  });
  if (counted.revisions > 0) ports.logger.info(counted, 'Figures of closed months changed, with a trace.');
  return counted.more;
}

/**
 * In the morning of a working day: what would help is worked out anew; dispatchers get their week once, heads of sites
 * their last month once. The outbox's own ids see to "once", whatever dies and begins again.
 */
export async function sendFigures(ports: JobHandlerPorts, figures: FiguresPorts): Promise<void> {
  const ctx = await contextNow(ports);
  const { desk } = ctx.loaded;
  const { settings } = desk;
  const help = await findHelp({
    ...figures,
    cases: ports.storage.stores.cases,
    loaded: ctx.loaded,
    at: ctx.at,
  });
  await figures.insights.setHelp(ctx.at, help);
  if (!isOpen(settings.serviceHours, ctx.at, settings)) return;
  const today = localDate(ctx.at, settings.timezone);
  const week = weekCard(help, desk);
  for (const { upn } of dispatchersOf(ctx))
    await sendOnce(ports, ctx, { id: `figures-week-${mondayOf(today)}-${upn}`, upn, content: week });
  if (Number(today.slice(8)) > toldUntilDay) return;
  const month = addMonths(today.slice(0, 7), -1);
  const open = await openBySite(ports);
  for (const { siteId, siteName, upn } of headsOf(desk)) {
    const about = { siteId, siteName, month, open: open.get(siteId) ?? 0, at: ctx.at };
    const content = await siteCard(figures.insights, about);
    if (content !== null)
      await sendOnce(ports, ctx, { id: `figures-site-${month}-${siteId}-${upn}`, upn, content });
  }
}

async function sendOnce(
  ports: JobHandlerPorts,
  ctx: HandoffContext,
  { id, upn, content }: { readonly id: string; readonly upn: string; readonly content: Reply },
): Promise<void> {
  const sent = await ports.storage.transaction(async (stores) => {
    if ((await stores.deliveries.get(id)) !== null) return [];
    const work = startWork(stores, { ...ctx, newId: () => id });
    await tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
    return work.deliveryIds;
  });
  await ports.deliverer.deliverAll(sent);
}

function headsOf(desk: Desk): { readonly siteId: string; readonly siteName: string; readonly upn: string }[] {
  return [...desk.sites.values()].flatMap(({ id, name, contactUpn }) =>
    contactUpn !== null && desk.people.has(contactUpn)
      ? [{ siteId: id, siteName: name, upn: contactUpn }]
      : [],
  );
}

async function openBySite({ storage }: JobHandlerPorts): Promise<Map<string, number>> {
  const open = await storage.stores.cases.open();
  const bySite = Map.groupBy(open, ({ siteId }) => siteId ?? '');
  return new Map([...bySite].map(([siteId, own]) => [siteId, own.length]));
}
