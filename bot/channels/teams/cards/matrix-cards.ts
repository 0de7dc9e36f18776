import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { behindLines, sayMatrixDecided, suggestionLines } from '#bot/channels/text/say-matrix.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { press } from './actions.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, paragraph, subheading } from './elements.ts';
import { plainCard } from './plain-card.ts';

/** Teams shows six buttons; two of them decide. */
const mostCases = 4;

/** Null: another reply. */
export function makeMatrixCard(reply: Reply, context: CardContext): CardParts | null {
  if (reply.kind === 'matrix-suggestion') return suggestionCard(reply, context);
  return reply.kind === 'matrix-decided' ? plainCard(sayMatrixDecided(reply, context), context) : null;
}

function suggestionCard(reply: ReplyOf<'matrix-suggestion'>, context: CardContext): CardParts {
  const { row } = context.say.contractor;
  return {
    body: [
      heading(row.title),
      ...suggestionLines(reply, context).map((line) => paragraph(context.short(line, 300))),
      subheading(row.cases),
      ...context
        .few(behindLines(reply, context), 7)
        .map((line) => paragraph(context.short(line, 300), { spacing: 'small' })),
    ],
    actions: [
      press(row.approve, { verb: 'approve-row', value: reply.id }),
      press(row.dismiss, { verb: 'dismiss-row', value: reply.id }),
      ...reply.cases
        .slice(0, mostCases)
        .map(({ id, number }) =>
          press(context.say.buttons.showNumbered(number), { verb: 'show-case', caseId: id }),
        ),
    ],
  };
}
