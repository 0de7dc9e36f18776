import type { Desk } from '#bot/desk/desk.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import { messages } from '#bot/i18n/messages.ts';
import { loads } from '#bot/insights/facts/fact.ts';
import type { Breakdown } from '#bot/insights/insight-store.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** A value of a breakdown in the reader's words. */
export function labelOf(by: Breakdown, value: string, desk: Desk, language: ReplyLanguage): string {
  const { words } = messages(language);
  const own = insightWords(language);
  const listed = (known: object) => Object.entries(known).find(([key]) => key === value)?.[1];
  const names: Readonly<Record<Breakdown, () => unknown>> = {
    all: () => own.everything,
    site: () => desk.sites.get(value)?.name,
    area: () => value,
    kind: () => listed(words.siteKind),
    category: () => listed(words.category),
    priority: () => listed(words.priority),
    type: () => listed(own.type),
    load: () => own.open(value),
    contractor: () => desk.settings.contractors.find(({ id }) => id === value)?.name,
  };
  const name = names[by]();
  return typeof name === 'string' ? name : value;
}

/** Priorities and loads in their order, all else by name: nothing is ranked by its figure. */
export function inOrder<T extends { readonly value: string; readonly label: string }>(
  by: Breakdown,
  rows: readonly T[],
  language: ReplyLanguage,
): T[] {
  const order: readonly string[] = by === 'priority' ? priorityLevels : by === 'load' ? loads : [];
  return rows.toSorted(
    (a, b) =>
      order.indexOf(a.value) - order.indexOf(b.value) ||
      a.label.localeCompare(b.label, language, { numeric: true }),
  );
}
