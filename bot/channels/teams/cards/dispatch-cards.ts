import { sayContractorDown, sayContractorUp } from '#bot/channels/text/say-contractor-line.ts';
import { sayAbsenceKept, sayAbsenceQuestion, sayDuty } from '#bot/channels/text/say-duty.ts';
import { writeAbsence } from '#bot/desk/parse-absence.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import { boardCard, makeAnnounceCard } from './board-cards.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { myDayCard, overdueCard, slipQuestionCard } from './day-cards.ts';
import { plainCard } from './plain-card.ts';

/** The cards about who works when. Null: the reply is said better in a line of text. */
export function makeDispatchCard(reply: Reply, context: CardContext): CardParts | null {
  const { buttons } = context.say;
  switch (reply.kind) {
    case 'duty':
      return plainCard(sayDuty(reply, context), context, { phone: reply.onDuty[0]?.phone ?? null });
    case 'absence-question': {
      const data = { verb: 'confirm-absence', value: writeAbsence(reply.absence) };
      return plainCard(sayAbsenceQuestion(reply, context), context, {
        actions: [press(buttons.confirmAbsence, data)],
      });
    }
    case 'absence-kept': {
      const actions = reply.name === null ? [press(buttons.backAtWork, { verb: 'back-at-work' })] : [];
      return plainCard(sayAbsenceKept(reply, context), context, { actions });
    }
    case 'my-day':
      return myDayCard(reply, context);
    case 'slip-question':
      return slipQuestionCard(reply, context);
    case 'overdue':
      return overdueCard(reply, context);
    case 'contractor-down':
      return plainCard(sayContractorDown(reply, context), context, {
        phone: reply.phone,
        actions: [press(buttons.board, { verb: 'board' })],
      });
    case 'contractor-up':
      return plainCard(sayContractorUp(reply, context), context);
    case 'board':
      return boardCard(reply, context);
    default:
      return makeAnnounceCard(reply, context);
  }
}
