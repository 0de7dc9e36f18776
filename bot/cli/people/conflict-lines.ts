import type { PeopleWords } from '#bot/i18n/people.ts';
import type { PeopleConflict, PeoplePlan } from '#knowledge/desk-folder/people/plan-people.ts';

const shown = 20;

/** What somebody should look at: who left first, what is many of a kind in one line. */
export function conflictLines(plan: PeoplePlan, words: PeopleWords): string[] {
  const { conflicts, counts } = plan;
  const single = conflicts.flatMap((conflict) => singleLine(conflict, words) ?? []);
  return [
    ...single.slice(0, shown),
    ...(single.length > shown ? [words.more(single.length - shown)] : []),
    ...disagreements(conflicts, words),
    ...ambiguities(conflicts, words),
    ...repeats(conflicts, words),
    ...(counts.withoutObjectId > 0 ? [words.withoutObjectId(counts.withoutObjectId)] : []),
  ];
}

function singleLine(conflict: PeopleConflict, words: PeopleWords): string | null {
  switch (conflict.kind) {
    case 'listed-left':
      return conflict.isTechnician ? words.technicianLeft(conflict.upn) : words.listedLeft(conflict.upn);
    case 'upn-reused':
      return words.upnReused(conflict.upn, conflict.id);
    case 'listed-elsewhere':
      return words.listedElsewhere(conflict.upn, conflict.listed.join(', '), conflict.found.join(', '));
    default:
      return null;
  }
}

function disagreements(conflicts: readonly PeopleConflict[], words: PeopleWords): string[] {
  const of = conflicts.filter((conflict) => conflict.kind === 'rules-disagree');
  return grouped(of, ({ rules }) => rules.map((rule) => rule + 1).join(', ')).map(({ key, count, example }) =>
    words.rulesDisagree(key, count, example),
  );
}

function ambiguities(conflicts: readonly PeopleConflict[], words: PeopleWords): string[] {
  const of = conflicts.filter((conflict) => conflict.kind === 'ambiguous-site');
  return grouped(of, ({ sites }) => [...new Set(sites)].join(', ')).map(({ key, count, example }) =>
    words.ambiguousSite(key, count, example),
  );
}

function repeats(conflicts: readonly PeopleConflict[], words: PeopleWords): string[] {
  const upns = conflicts.filter(({ kind }) => kind === 'twice').map(({ upn }) => upn);
  return upns.length === 0 ? [] : [words.twice(upns.slice(0, 3).join(', '), upns.length)];
}

function grouped<T extends { readonly upn: string }>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, { key: string; count: number; example: string }>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key) ?? { key, count: 0, example: item.upn };
    groups.set(key, { ...known, count: known.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
