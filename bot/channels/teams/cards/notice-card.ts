import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { holder } from '#bot/channels/text/say-cases.ts';
import { sayNotice } from '#bot/channels/text/say-notice.ts';
import type { CaseView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardElement, ExecuteAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseFooter } from './case-footer.ts';
import { heading, linesWithPhone, markdownBlock } from './elements.ts';
import { filesToOpen } from './files-to-open.ts';
import { chatLink } from './markdown.ts';

/** What happened to a case, for its requester: one sentence, then what can be done. */
export function noticeCard(reply: ReplyOf<'case-notice'>, context: CardContext): CardParts {
  const { title, lines } = sayNotice(reply, context);
  const short = lines.map((line) => context.short(line, 3000));
  return {
    body: [
      heading(context.short(title ?? '', 150)),
      ...linesWithPhone(short, holder(reply.case)?.phone ?? null),
      ...(reply.notice.event === 'asked' ? [answerInput(context)] : []),
      ...filesOf(reply, context),
      ...directChat(reply, context),
      ...caseFooter(reply.case, context),
    ],
    actions: noticeButtons(reply, context),
  };
}

function filesOf({ notice }: ReplyOf<'case-notice'>, context: CardContext): CardElement[] {
  return notice.event === 'message' ? filesToOpen(notice.files ?? [], context) : [];
}

/** Whoever has it can be written to directly, without a number or an address. */
function directChat({ case: view, notice }: ReplyOf<'case-notice'>, context: CardContext): CardElement[] {
  const isTold = notice.event === 'accepted' || notice.event === 'asked' || notice.event === 'late';
  if (!isTold || view.assignee === null || view.assignee.kind === 'contractor') return [];
  const { id, name } = view.assignee;
  return [markdownBlock(chatLink(context.say.cases.notice.directChat(context.short(name, 60)), id))];
}

function answerInput({ say }: CardContext): CardElement {
  return {
    type: 'Input.Text',
    id: 'text',
    label: say.cases.notice.answerLabel,
    isRequired: true,
    errorMessage: say.cases.notice.answerMissing,
    isMultiline: true,
    maxLength: 2000,
  };
}

function noticeButtons(
  { case: view, notice }: ReplyOf<'case-notice'>,
  { say }: CardContext,
): ExecuteAction[] {
  const caseId = view.id;
  if (notice.event === 'asked') {
    return [press(say.buttons.answer, { verb: 'answer-question', caseId }, { withInputs: true })];
  }
  if (notice.event === 'resolved') {
    return [
      press(say.buttons.confirmResolved, { verb: 'confirm-resolved', caseId }),
      press((view.reporters ?? 1) > 1 ? say.buttons.notForMe : say.buttons.notResolved, {
        verb: 'not-resolved',
        caseId,
      }),
    ];
  }
  return canBeCancelled(view) ? [press(say.buttons.cancelCase, { verb: 'cancel-case', caseId })] : [];
}

function canBeCancelled({ state }: CaseView): boolean {
  return state === 'new' || state === 'in-progress' || state === 'on-hold';
}
