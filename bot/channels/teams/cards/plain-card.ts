import type { Said } from '#bot/channels/text/said.ts';
import type { CardAction } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, linesWithPhone, subtle } from './elements.ts';

/** A card that says its sentences and no more: a title, lines, a telephone number that can be pressed. */
export function plainCard(
  { title, lines, inTextOnly }: Said,
  context: CardContext,
  options: { phone?: string | null; actions?: readonly CardAction[]; ending?: boolean } = {},
): CardParts {
  const phone = options.phone ?? null;
  const ending = options.ending ? inTextOnly : [];
  return {
    body: [
      ...(title ? [heading(context.short(title, 200))] : []),
      ...linesWithPhone(
        lines.map((line) => context.short(line, 1500)),
        phone,
      ),
      ...ending.flatMap((line) =>
        phone && line.includes(phone) ? linesWithPhone([line], phone) : [subtle(line)],
      ),
    ],
    actions: options.actions ?? [],
  };
}
