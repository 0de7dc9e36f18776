import type { CaseView } from '#bot/reply/reply.ts';
import type { CardElement } from './card.ts';
import type { CardContext } from './card-context.ts';
import { subtle } from './elements.ts';

/** Which case it is about: number, title and place. */
export function caseFooter(view: CaseView, { say, short }: CardContext): CardElement[] {
  const about = say.cases.numberAndTitle(view.number, short(view.title, 150));
  const line = [about, view.siteName && short(view.siteName, 80)].filter(Boolean).join(' · ');
  return [subtle(line, { spacing: 'medium', separator: true })];
}
