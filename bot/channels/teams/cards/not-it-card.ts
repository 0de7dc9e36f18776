import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { sayOtherwise, sayWhose } from '#bot/channels/text/say-answer.ts';
import { press } from './actions.ts';
import { noteBody } from './answer-card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { box, heading, linesWithPhone, subheading, subtle } from './elements.ts';

export function notItCard(reply: ReplyOf<'not-it'>, context: CardContext): CardParts {
  const { answers, buttons } = context.say;
  const phone = reply.referral?.phone ?? null;
  const note = reply.note
    ? [box('emphasis', [subheading(context.short(reply.note.title, 150)), ...noteBody(reply.note, context)])]
    : [];
  return {
    body: [
      heading(answers.notIt.title),
      ...linesWithPhone(sayWhose(reply, context), phone),
      ...note,
      ...linesWithPhone(sayOtherwise(reply, context), phone),
      subtle(answers.notIt.wrong, { spacing: 'medium' }),
    ],
    actions: [press(buttons.talkToPerson, { verb: 'talk-to-person', reportId: reply.reportId })],
  };
}
