import { bounceLines, contractorLines, doubtLines, lastBounce } from '#bot/channels/text/say-contractor.ts';
import type { BounceReasonView } from '#bot/reply/contractor-view.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import type { CardElement, ShowCardAction } from './card.ts';
import type { CardContext } from './card-context.ts';
import { box, paragraph, subheading, subtle } from './elements.ts';
import { textInput } from './inputs.ts';

const reasons: readonly BounceReasonView[] = [
  'not-in-agreement',
  'wrong-queue',
  'needs-on-site',
  'duplicate',
  'other',
];

/** What they said as they sent it back, or what sounds like it, where it is seen first. */
export function sentBack(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const last = lastBounce(view);
  const told = last === null ? doubtLines(view, context) : bounceLines(last, context);
  if (told === null) return [];
  const { title, lines } = told;
  return [
    box('emphasis', [
      paragraph(context.short(title, 200), { weight: 'bolder' }),
      ...lines.map((line) => paragraph(context.short(line, 620), { spacing: 'small' })),
    ]),
  ];
}

/** How long each contractor had it, against their promise. */
export function contractorTimes(view: TechnicianCaseView, context: CardContext): CardElement[] {
  return context
    .few(view.contractors ?? [], 3)
    .flatMap((record) => [
      subheading(context.say.contractor.heading(context.short(record.name, 80))),
      ...contractorLines(record, context).map((line) =>
        paragraph(context.short(line, 200), { spacing: 'none' }),
      ),
      ...(record.outcome === 'with-them' && record.lastWords && !record.doubt
        ? [subtle(context.say.contractor.quote(context.short(record.lastWords, 300)))]
        : []),
    ]);
}

/** Their words if somebody wants to give them, and the reason with one press. */
export function foldNotTheirs(view: TechnicianCaseView, { say }: CardContext): ShowCardAction[] {
  if (view.mayReturn !== true) return [];
  const { contractor } = say;
  const words = textInput('text_bounce', contractor.wordsLabel, contractor.wordsError, { optional: true });
  const buttons = reasons.map((value) =>
    press(contractor.reasons[value], { verb: 'not-theirs', caseId: view.id, value }, { withInputs: true }),
  );
  return [fold(contractor.notTheirs, [words, subtle(contractor.chooseReason)], buttons)];
}
