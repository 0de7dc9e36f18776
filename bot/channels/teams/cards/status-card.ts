import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { holder, sayStatus, statusLine } from '#bot/channels/text/say-cases.ts';
import type { CaseView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardElement } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, linesWithPhone, paragraph, subtle } from './elements.ts';

const mostCases = 10;
const mostButtons = 5;

export function statusCard(reply: ReplyOf<'status'>, context: CardContext): CardParts {
  const { title, lines } = sayStatus(reply, context);
  const shown = context.few(reply.cases, mostCases);
  return {
    body: [
      heading(title ?? ''),
      ...lines.map((line) => paragraph(line)),
      ...shown.flatMap((view) => statusOf(view, context, 'requester')),
      ...(shown.length < reply.cases.length ? [subtle(context.say.talk.shortened)] : []),
      subtle(context.say.talk.askForPerson, { spacing: 'medium' }),
    ],
    actions: reply.cases.slice(0, mostButtons).map((view) =>
      press(cancelTitle(reply.cases.length, view, context), {
        verb: 'cancel-case',
        caseId: view.id,
      }),
    ),
  };
}

/** The title says which case it is about, then how it stands. */
export function statusOf(
  view: CaseView,
  context: CardContext,
  reader: 'requester' | 'colleague' = 'colleague',
): CardElement[] {
  const about = context.say.cases.numberAndTitle(view.number, context.short(view.title, 120));
  const place = view.siteName && context.short(view.siteName, 80);
  const line = [place, context.short(statusLine(view, context, reader), 300)].filter(Boolean).join(' · ');
  return [
    paragraph(about, { weight: 'bolder', spacing: 'medium', separator: true }),
    ...linesWithPhone([line], holder(view)?.phone ?? null),
  ];
}

function cancelTitle(cases: number, view: CaseView, { say }: CardContext): string {
  return cases === 1 ? say.buttons.cancelCase : say.buttons.cancelNumbered(view.number);
}
