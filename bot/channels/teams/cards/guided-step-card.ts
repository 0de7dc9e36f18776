import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { stepLine } from '#bot/channels/text/say-answer.ts';
import { press } from './actions.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { drawNote } from './draw-note.ts';
import { paragraph, subtle } from './elements.ts';

export function guidedStepCard(reply: ReplyOf<'guided-step'>, context: CardContext): CardParts {
  const { buttons } = context.say;
  const ids = { reportId: reply.reportId, noteId: reply.noteId };
  const next = { verb: 'step', ...ids, value: String(reply.index + 1) };
  return {
    body: [
      subtle(context.short(reply.noteTitle, 150)),
      paragraph(stepLine(reply, context.say), { weight: 'bolder', color: 'accent', spacing: 'small' }),
      ...drawNote(context.short(reply.step, 3000), context, { size: 'medium' }),
    ],
    actions: [
      ...(reply.index < reply.total ? [press(buttons.nextStep, next)] : []),
      press(buttons.solved, { verb: 'solved', ...ids }),
      press(buttons.notSolved, { verb: 'not-solved', ...ids }),
      press(buttons.allSteps, { verb: 'all-steps', ...ids }),
      press(buttons.talkToPerson, { verb: 'talk-to-person', ...ids }),
    ],
  };
}
