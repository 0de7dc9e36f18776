import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { quoteLead, quoteLine } from '#bot/channels/text/say-note-quote.ts';
import { press } from './actions.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { drawNote } from './draw-note.ts';
import { paragraph, subtle } from './elements.ts';

/** The sentences and steps that were asked for, with the buttons of the advice that they are from. */
export function noteQuoteCard(reply: ReplyOf<'note-quote'>, context: CardContext): CardParts {
  const { buttons, answers } = context.say;
  const ids = { reportId: reply.reportId, noteId: reply.noteId };
  const person = press(buttons.talkToPerson, { verb: 'talk-to-person', ...ids });
  const whole = press(buttons.showNote, { verb: 'all-steps', ...ids });
  if (reply.quotes.length === 0)
    return { body: [paragraph(quoteLead(reply, context))], actions: [person, whole] };
  return {
    body: [
      subtle(quoteLead(reply, context)),
      ...reply.quotes.flatMap((quote) => drawNote(context.short(quoteLine(quote, context), 1000), context)),
      subtle(answers.quote.noMore),
    ],
    actions: [
      press(buttons.solved, { verb: 'solved', ...ids }),
      press(buttons.notSolved, { verb: 'not-solved', ...ids }),
      whole,
      person,
    ],
  };
}
