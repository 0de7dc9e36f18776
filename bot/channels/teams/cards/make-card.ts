import { sayJoined, sayReopened, sayWhoIsTechnician } from '#bot/channels/text/say-cases.ts';
import { sayHelp, sayWelcome } from '#bot/channels/text/say-talk.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import { answerCard } from './answer-card.ts';
import { askCard } from './ask-card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseCard } from './case-card.ts';
import { assignedCasesCard, caseMessageCard, secretFactCard } from './desk-work-cards.ts';
import { makeDispatchCard } from './dispatch-cards.ts';
import { figuresCard } from './figures-card.ts';
import { guidedStepCard } from './guided-step-card.ts';
import { caseButtons, handedOffCard } from './handed-off-card.ts';
import { makeMatrixCard } from './matrix-cards.ts';
import { notItCard } from './not-it-card.ts';
import { noteQuoteCard } from './note-quote-card.ts';
import { noticeCard } from './notice-card.ts';
import { plainCard } from './plain-card.ts';
import { noteReminderCard } from './reminder-card.ts';
import { statusCard } from './status-card.ts';

/** The card of a reply; null for what is said better in a line of text. */
export function makeCard(reply: Reply, context: CardContext): CardParts | null {
  switch (reply.kind) {
    case 'answer':
      return answerCard(reply, context);
    case 'guided-step':
      return guidedStepCard(reply, context);
    case 'note-quote':
      return noteQuoteCard(reply, context);
    case 'ask':
      return askCard(reply, context);
    case 'handed-off':
      return handedOffCard(reply, context);
    case 'not-it':
      return notItCard(reply, context);
    case 'status':
      return statusCard(reply, context);
    case 'case-notice':
      return noticeCard(reply, context);
    case 'case-card':
      return caseCard(reply.view, context);
    default:
      return makeSmallCard(reply, context);
  }
}

function makeSmallCard(reply: Reply, context: CardContext): CardParts | null {
  switch (reply.kind) {
    case 'help':
      return plainCard(sayHelp(context), context, { ending: true });
    case 'welcome':
      return welcomeCard(reply.role, plainCard(sayWelcome(reply, context), context), context);
    case 'joined':
      return plainCard(sayJoined(reply, context), context, { actions: caseButtons(reply.case, context) });
    case 'reopened':
      return plainCard(sayReopened(reply, context), context, { actions: caseButtons(reply.case, context) });
    case 'who-is-technician':
      return plainCard(sayWhoIsTechnician(reply, context), context, {
        phone: reply.technician?.phone ?? null,
        ending: true,
      });
    case 'secret-fact':
      return secretFactCard(reply, context);
    case 'case-message':
      return caseMessageCard(reply, context);
    case 'figures-week':
    case 'figures-site':
      return figuresCard(reply, context);
    case 'note-reminder':
      return noteReminderCard(reply, context);
    case 'assigned-cases':
      return assignedCasesCard(reply, context);
    default:
      return makeMatrixCard(reply, context) ?? makeDispatchCard(reply, context);
  }
}

function welcomeCard(
  role: Extract<Reply, { kind: 'welcome' }>['role'],
  parts: CardParts,
  { say }: CardContext,
): CardParts {
  const works = role === 'technician' || role === 'dispatcher';
  const board = role === 'dispatcher' ? [press(say.buttons.board, { verb: 'board' })] : [];
  return !works ? parts : { ...parts, actions: [press(say.buttons.myCases, { verb: 'my-cases' }), ...board] };
}
