import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { capitalise } from '#bot/channels/text/said.ts';
import { raisedLine } from '#bot/channels/text/say-desk-work.ts';
import { factInWords } from '#bot/i18n/opening-hours-in-words.ts';
import { fold, press } from './actions.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseFooter } from './case-footer.ts';
import { facts, heading, paragraph, subtle } from './elements.ts';
import { filesToOpen } from './files-to-open.ts';
import { textInput } from './inputs.ts';
import { statusOf } from './status-card.ts';

const mostCases = 10;
const mostButtons = 6;

/** The one card that holds a secret: made on request. Its plain text, speech and summary never do. */
export function secretFactCard(reply: ReplyOf<'secret-fact'>, context: CardContext): CardParts {
  const { secretShown, secretTitle } = context.say.technician;
  const title = context.short(capitalise(factInWords(reply.name, context.language)), 60);
  return {
    body: [
      heading(context.short(secretTitle(reply.caseNumber, reply.siteName), 150)),
      ...facts([{ title, value: context.short(reply.value, 500) }]),
      subtle(secretShown),
    ],
    actions: [],
  };
}

/** What the requester wrote while the technician has the case, with a way to answer. */
export function caseMessageCard(reply: ReplyOf<'case-message'>, context: CardContext): CardParts {
  const { buttons, technician } = context.say;
  const caseId = reply.case.id;
  const label = technician.writeLabel(context.short(reply.from, 60));
  return {
    body: [
      heading(context.short(technician.messageFrom(reply.from, reply.case.number), 150)),
      ...(reply.raised
        ? [paragraph(raisedLine(reply, context.say), { weight: 'bolder', color: 'attention' })]
        : []),
      paragraph(context.short(reply.text, 3000)),
      ...filesToOpen(reply.files ?? [], context),
      ...caseFooter(reply.case, context),
    ],
    actions: [
      fold(
        buttons.answer,
        [textInput('text', label, technician.writeError)],
        [press(buttons.send, { verb: 'tell-requester', caseId }, { withInputs: true })],
      ),
      press(buttons.showCase, { verb: 'show-case', caseId }),
    ],
  };
}

export function assignedCasesCard(reply: ReplyOf<'assigned-cases'>, context: CardContext): CardParts {
  const { say } = context;
  if (reply.cases.length === 0) return { body: [paragraph(say.technician.noCases)], actions: [] };
  const shown = context.few(reply.cases, mostCases);
  return {
    body: [
      heading(say.technician.casesTitle),
      ...shown.flatMap((view) => statusOf(view, context)),
      ...(shown.length < reply.cases.length ? [subtle(say.talk.shortened)] : []),
    ],
    actions: shown
      .slice(0, mostButtons)
      .map((view) => press(say.buttons.showNumbered(view.number), { verb: 'show-case', caseId: view.id })),
  };
}
