import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { sayHandedOff } from '#bot/channels/text/say-handed-off.ts';
import type { CaseView } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { ExecuteAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseFooter } from './case-footer.ts';
import { heading, linesWithPhone } from './elements.ts';

export function handedOffCard(reply: ReplyOf<'handed-off'>, context: CardContext): CardParts {
  const { title, lines } = sayHandedOff(reply, context);
  return {
    body: [
      heading(title ?? ''),
      ...linesWithPhone(lines, reply.to?.phone ?? null),
      ...(reply.case ? caseFooter(reply.case, context) : []),
    ],
    actions: reply.case ? caseButtons(reply.case, context) : [],
  };
}

export function caseButtons(view: CaseView, { say }: CardContext): ExecuteAction[] {
  return [
    press(say.buttons.status, { verb: 'status', caseId: view.id }),
    press(say.buttons.cancelCase, { verb: 'cancel-case', caseId: view.id }),
  ];
}
