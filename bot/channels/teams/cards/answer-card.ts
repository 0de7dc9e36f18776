import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import {
  answerLead,
  composedLead,
  sourceLine,
  sourcesOf,
  staleLine,
  withCitations,
} from '#bot/channels/text/say-answer.ts';
import type { ComposedAnswer } from '#bot/reply/composed-answer.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardElement, ExecuteAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { drawNote } from './draw-note.ts';
import { beside, box, heading, paragraph, subheading, subtle } from './elements.ts';

export function answerCard(reply: ReplyOf<'answer'>, context: CardContext): CardParts {
  const { note } = reply;
  if (reply.composed !== undefined) return composedCard(reply, reply.composed, context);
  return {
    body: [
      paragraph(answerLead(reply, context), { isSubtle: true }),
      heading(context.short(note.title, 150)),
      ...noteBody(note, context),
      ...sourceLines(note, reply.siteName, context),
      ...otherButtons(reply, context),
    ],
    actions: answerButtons(reply, context),
  };
}

/** The same in a model's words. */
function composedCard(reply: ReplyOf<'answer'>, composed: ComposedAnswer, context: CardContext): CardParts {
  const sentences = context.few(composed.sentences, 12).map(withCitations);
  const { body, actions } = besideComposed(reply, composed, context);
  const lead = paragraph(composedLead(reply, context), { isSubtle: true });
  return {
    body: [lead, ...sentences.map((sentence) => paragraph(context.short(sentence, 600))), ...body],
    actions,
  };
}

/** What stands under the words: the warning, where they are from, that a machine made them, and what to press. */
export function besideComposed(
  reply: ReplyOf<'answer'>,
  composed: ComposedAnswer,
  context: CardContext,
): CardParts {
  const { note, reportId } = reply;
  const stale = staleLine(note, context);
  const showNote = press(context.say.buttons.showNote, { verb: 'all-steps', reportId, noteId: note.id });
  return {
    body: [
      ...warningBox(note, context),
      ...(stale ? [paragraph(stale, { spacing: 'medium' })] : []),
      subtle(context.short(sourcesOf(composed, context), 400), { spacing: 'medium', separator: true }),
      subtle(context.say.answers.machineMade),
      ...otherButtons(reply, context),
    ],
    actions: [...answerButtons(reply, context).filter(({ verb }) => verb !== 'step'), showNote],
  };
}

/** Warning first, then what is special here, then the steps by number. */
export function noteBody(note: NoteView, context: CardContext): CardElement[] {
  const { answers } = context.say;
  return [
    ...warningBox(note, context),
    ...drawNote(context.short(note.introduction, 2500), context),
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
  return beside([number], drawNote(context.short(step, 600), context));
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

/** What else it may be about, when that is not sure: in the body, apart from what the advice is judged with. */
function otherButtons({ others = [], reportId }: ReplyOf<'answer'>, context: CardContext): CardElement[] {
  if (others.length === 0) return [];
  const actions = others.map(({ id, title }) => press(title, { verb: 'choose-note', reportId, value: id }));
  return [paragraph(context.say.answers.others, { spacing: 'medium' }), { type: 'ActionSet', actions }];
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
