import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { capitalise } from '#bot/channels/text/said.ts';
import {
  boardCounts,
  flagWords,
  sayAnnounced,
  sayAnnouncement,
  sayAnnounceQuestion,
} from '#bot/channels/text/say-board.ts';
import { holder, statusLine } from '#bot/channels/text/say-cases.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { writeOutage } from '#bot/handoff/announce.ts';
import type { Reply, TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import type { CardElement, ShowCardAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, linesWithPhone, paragraph, subtle } from './elements.ts';
import { choiceInput, textInput } from './inputs.ts';
import { plainCard } from './plain-card.ts';

const mostRows = 12;
const mostButtons = 6;

/** What needs somebody, worst first. The buttons open the case, where it can be taken, given or moved up. */
export function boardCard(reply: ReplyOf<'board'>, context: CardContext): CardParts {
  const { board } = context.say.dispatch;
  const shown = context.few(reply.rows, mostRows);
  return {
    body: [
      heading(board.title),
      paragraph(boardCounts(reply, context)),
      ...(shown.length === 0 ? [subtle(board.calm)] : shown.flatMap((row) => boardRow(row, context))),
    ],
    actions: shown
      .slice(0, mostButtons)
      .map(({ case: view }) =>
        press(context.say.buttons.showNumbered(view.number), { verb: 'show-case', caseId: view.id }),
      ),
  };
}

function boardRow(
  { case: view, flag }: ReplyOf<'board'>['rows'][number],
  context: CardContext,
): CardElement[] {
  const about = context.say.cases.numberAndTitle(view.number, context.short(view.title, 100));
  const place = view.siteName && context.short(view.siteName, 60);
  const line = [place, context.short(statusLine(view, context), 200)].filter(Boolean).join(' · ');
  return [
    paragraph(`${flagWords(flag, context)} · ${about}`, {
      weight: 'bolder',
      spacing: 'medium',
      separator: true,
    }),
    ...linesWithPhone([line], holder(view)?.phone ?? null),
  ];
}

/** How urgent it really is, with the reason that whoever has it reads. */
export function foldPriority(view: TechnicianCaseView, context: CardContext): ShowCardAction {
  const { board } = context.say.dispatch;
  const choices = priorityLevels
    .filter((level) => level !== view.priority)
    .map((level) => ({ title: capitalise(context.say.words.priority[level]), value: level }));
  return fold(
    context.say.buttons.reprioritise,
    [
      choiceInput('value_level', board.levelLabel, board.levelError, choices),
      textInput('text_level', board.whyLabel, board.whyError),
    ],
    [press(context.say.buttons.setPriority, { verb: 'reprioritise', caseId: view.id }, { withInputs: true })],
  );
}

/** Null: another reply. */
export function makeAnnounceCard(reply: Reply, context: CardContext): CardParts | null {
  if (reply.kind === 'announce-question') {
    const value = writeOutage(reply.outage);
    const actions = [press(context.say.buttons.announce, { verb: 'announce', value })];
    return plainCard(sayAnnounceQuestion(reply, context), context, { actions });
  }
  if (reply.kind === 'announced') return plainCard(sayAnnounced(reply, context), context);
  return reply.kind === 'announcement' ? plainCard(sayAnnouncement(reply, context), context) : null;
}
