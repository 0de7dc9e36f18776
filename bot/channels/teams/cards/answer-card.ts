import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { answerLead, sourceLine, staleLine } from '#bot/channels/text/say-answer.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardElement, ExecuteAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { beside, box, heading, markdownBlock, paragraph, subheading, subtle } from './elements.ts';
import { noteMarkdown } from './markdown.ts';

export function answerCard(reply: ReplyOf<'answer'>, context: CardContext): CardParts {
  const { note } = reply;
  return {
    body: [
      paragraph(answerLead(reply, context), { isSubtle: true }),
      heading(context.short(note.title, 150)),
      ...noteBody(note, context),
      ...sourceLines(note, reply.siteName, context),
    ],
    actions: answerButtons(reply, context),
  };
}

/** Warning first, then what is special here, then the steps by number. */
export function noteBody(note: NoteView, context: CardContext): CardElement[] {
  const { answers } = context.say;
  const introduction = noteMarkdown(context.short(note.introduction, 2500));
  return [
    ...warningBox(note, context),
    ...(introduction ? [markdownBlock(introduction)] : []),
    ...(note.steps.length > 0 ? [subheading(answers.stepsTitle)] : []),
    ...context.few(note.steps, 20).map((step, index) => numbered(step, index, context)),
    ...(context.few(note.steps, 20).length < note.steps.length ? [subtle(context.say.talk.shortened)] : []),
  ];
}

function warningBox(note: NoteView, context: CardContext): CardElement[] {
  if (!note.warning) return [];
  const warning = context.say.answers.warning(context.short(note.warning, 500));
  return [box('warning', [paragraph(warning, { weight: 'bolder' })])];
}

function numbered(step: string, index: number, context: CardContext): CardElement {
  const number = paragraph(`${index + 1}`, { weight: 'bolder', color: 'accent' });
  return beside([number], [markdownBlock(noteMarkdown(context.short(step, 600)))]);
}

/** Where it comes from and how fresh it is; an old one is marked kindly. */
function sourceLines(note: NoteView, siteName: string | null, context: CardContext): CardElement[] {
  const stale = staleLine(note, context);
  const source = context.short(sourceLine(note, siteName, context), 250);
  return [
    ...(stale ? [paragraph(stale, { spacing: 'medium' })] : []),
    subtle(source, { spacing: 'medium', separator: true }),
  ];
}

function answerButtons({ reportId, note }: ReplyOf<'answer'>, { say }: CardContext): ExecuteAction[] {
  const ids = { reportId, noteId: note.id };
  const guided = note.steps.length > 1;
  return [
    press(say.buttons.solved, { verb: 'solved', ...ids }),
    press(say.buttons.notSolved, { verb: 'not-solved', ...ids }),
    ...(guided ? [press(say.buttons.oneStepAtATime, { verb: 'step', ...ids, value: '1' })] : []),
    press(say.buttons.talkToPerson, { verb: 'talk-to-person', ...ids }),
  ];
}
