import { factInWords, openingHoursInWords } from '#bot/i18n/opening-hours-in-words.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { DayStop } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';
import { statusLine } from './say-cases.ts';

/** Stops at one site, one after the other, as one. */
export type SiteStop = { readonly siteId: string | null; readonly stops: readonly DayStop[] };

export function bySite(stops: readonly DayStop[]): SiteStop[] {
  const sites: { siteId: string | null; stops: DayStop[] }[] = [];
  for (const stop of stops) {
    const last = sites.at(-1);
    if (last !== undefined && last.siteId !== null && last.siteId === stop.siteId) last.stops.push(stop);
    else sites.push({ siteId: stop.siteId, stops: [stop] });
  }
  return sites;
}

/** "Framme ca 10.40 · lovat ca 10.50 · 2 notiser". */
export function stopLine(stop: DayStop, { say, aboutTime }: Speaker): string {
  const { day } = say.dispatch;
  const { promisedAt } = stop.case;
  return [
    stop.arrive ? day.around(aboutTime(stop.arrive)) : day.noTime,
    promisedAt ? day.promised(aboutTime(promisedAt)) : '',
    stop.notes > 0 ? day.notes(stop.notes) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What one needs to know to get in: visit hours, who to ask for, that there is a key. Never the key itself. */
export function siteLines(stop: DayStop, { say, language }: Speaker): string[] {
  const { day } = say.dispatch;
  const hours = stop.visitHours ? openingHoursInWords(stop.visitHours, language) : null;
  const visits = [hours, stop.visitNotes].filter(Boolean).join('. ');
  const contact = stop.contact ? [stop.contact.name, stop.contact.phone].filter(Boolean).join(', ') : '';
  return [
    visits ? day.visits(visits) : '',
    contact ? day.contact(contact) : '',
    stop.keys.length > 0 ? day.keys(stop.keys.map((name) => factInWords(name, language)).join(', ')) : '',
  ].filter((line) => line !== '');
}

export function sayMyDay(reply: ReplyOf<'my-day'>, speaker: Speaker): Said {
  const { say } = speaker;
  const { day } = say.dispatch;
  const lines = bySite(reply.stops).flatMap(({ stops }) => [
    stops[0]?.case.siteName ?? day.unknownSite,
    ...stops.map((stop) =>
      bullet(`${say.cases.numberAndTitle(stop.case.number, stop.case.title)} · ${stopLine(stop, speaker)}`),
    ),
    ...(stops[0] ? siteLines(stops[0], speaker) : []),
  ]);
  const rest = (title: string, cases: typeof reply.waiting) =>
    cases.length === 0
      ? []
      : [
          `${title}:`,
          ...cases.map((view) => bullet(`${say.cases.number(view.number)} · ${statusLine(view, speaker)}`)),
        ];
  const all = [...lines, ...rest(day.waiting, reply.waiting), ...rest(day.offered, reply.offered)];
  return said(day[reply.occasion], all.length === 0 ? [day.nothing] : [], all);
}

export function saySlipQuestion(reply: ReplyOf<'slip-question'>, speaker: Speaker): Said {
  const { slip } = speaker.say.dispatch;
  const site = reply.case.siteName ?? slip.unknownSite;
  const told = reply.told
    ? slip.told(reply.requester, speaker.aboutTime(reply.told))
    : slip.waits(reply.requester);
  return said(slip[reply.why](site, speaker.aboutTime(reply.promised)), [told, slip.change]);
}

export function sayOverdue({ case: view }: ReplyOf<'overdue'>, speaker: Speaker): Said {
  const { overdue } = speaker.say.dispatch;
  const about = speaker.say.cases.numberAndTitle(view.number, view.title);
  return said(overdue.title, [[about, view.siteName].filter(Boolean).join(' · '), overdue.more]);
}

export function sayRelayedToRequester(reply: ReplyOf<'relayed-to-requester'>, { say }: Speaker): Said {
  return said(null, [say.dispatch.relayedTo(reply.to, reply.case.number)]);
}
