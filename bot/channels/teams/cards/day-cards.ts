import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { bySite, sayOverdue, saySlipQuestion, siteLines, stopLine } from '#bot/channels/text/say-day.ts';
import type { CaseView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardElement, ExecuteAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseFooter } from './case-footer.ts';
import { heading, linesWithPhone, paragraph, subheading, subtle } from './elements.ts';
import { plainCard } from './plain-card.ts';
import { statusOf } from './status-card.ts';

const mostStops = 12;
const mostButtons = 6;

/** The way through the day: a site at a time, with what one needs to get in, and a button for each case. */
export function myDayCard(reply: ReplyOf<'my-day'>, context: CardContext): CardParts {
  const { day } = context.say.dispatch;
  const all = [...reply.stops.map((stop) => stop.case), ...reply.offered, ...reply.waiting];
  if (all.length === 0) return { body: [paragraph(day.nothing)], actions: [] };
  const shown = context.few(reply.stops, mostStops);
  return {
    body: [
      heading(day[reply.occasion]),
      ...bySite(shown).flatMap(({ stops }) => siteStop(stops, context)),
      ...(shown.length < reply.stops.length ? [subtle(context.say.talk.shortened)] : []),
      ...rest(day.offered, reply.offered, context),
      ...rest(day.waiting, reply.waiting, context),
    ],
    actions: all
      .slice(0, mostButtons)
      .map((view) =>
        press(context.say.buttons.showNumbered(view.number), { verb: 'show-case', caseId: view.id }),
      ),
  };
}

function siteStop(stops: ReplyOf<'my-day'>['stops'], context: CardContext): CardElement[] {
  const [first] = stops;
  if (!first) return [];
  const { day } = context.say.dispatch;
  const phone = first.contact?.phone ?? null;
  return [
    paragraph(context.short(first.case.siteName ?? day.unknownSite, 80), {
      weight: 'bolder',
      spacing: 'medium',
      separator: true,
    }),
    ...stops.flatMap((stop) => [
      paragraph(context.say.cases.numberAndTitle(stop.case.number, context.short(stop.case.title, 100)), {
        spacing: 'small',
      }),
      subtle(stopLine(stop, context), { spacing: 'none' }),
    ]),
    ...linesWithPhone(
      siteLines(first, context).map((line) => context.short(line, 200)),
      phone,
    ),
  ];
}

function rest(title: string, cases: readonly CaseView[], context: CardContext): CardElement[] {
  if (cases.length === 0) return [];
  return [subheading(title), ...context.few(cases, 6).flatMap((view) => statusOf(view, context))];
}

/** A new time with one press, or "I am here". */
export function slipQuestionCard(reply: ReplyOf<'slip-question'>, context: CardContext): CardParts {
  const caseId = reply.case.id;
  const { title, lines } = saySlipQuestion(reply, context);
  return {
    body: [
      heading(context.short(title ?? '', 150)),
      ...lines.map((line) => paragraph(context.short(line, 300))),
      ...caseFooter(reply.case, context),
    ],
    actions: [
      press(context.say.buttons.onSite, { verb: 'on-site', caseId }),
      ...laterButtons(caseId, context),
      press(context.say.buttons.showCase, { verb: 'show-case', caseId }),
    ],
  };
}

/** +15, +30, tomorrow: counted from the promised time, or from the press when that has passed. */
export function laterButtons(caseId: string, { say }: CardContext): ExecuteAction[] {
  const promise = { verb: 'promise', caseId };
  return [
    press(say.buttons.later15, { ...promise, value: 'later:15m' }),
    press(say.buttons.later30, { ...promise, value: 'later:30m' }),
    press(say.buttons.tomorrow, { ...promise, value: 'tomorrow' }),
  ];
}

export function overdueCard(reply: ReplyOf<'overdue'>, context: CardContext): CardParts {
  const show = press(context.say.buttons.showCase, { verb: 'show-case', caseId: reply.case.id });
  return plainCard(sayOverdue(reply, context), context, { actions: [show] });
}
