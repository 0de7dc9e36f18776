import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { DeskEditing, DeskKind } from '#knowledge/review/desk-editing.ts';
import { type PageOf, type PageQuery, pageOfList } from '../page-of-list.ts';

/** A page of the desk's items with the versions that they have now. One that went away meanwhile is left out. */
export async function listOfKind<T, F>(
  editing: DeskEditing,
  kind: DeskKind,
  items: readonly T[],
  shape: { readonly idOf: (item: T) => string; readonly toForm: (item: T) => F },
  query: PageQuery,
  language: ReplyLanguage,
): Promise<PageOf<{ version: number; value: F }>> {
  const page = pageOfList(items, query, language);
  const versions = await editing.readVersions(kind, page.items.map(shape.idOf));
  const stored = page.items.flatMap((item) => {
    const version = versions.get(shape.idOf(item));
    return version === undefined ? [] : [{ version, value: shape.toForm(item) }];
  });
  return { ...page, items: stored };
}

/** Those in which every word of the query stands, by name. */
export function searchByWords<T>(
  items: Iterable<T>,
  query: string | undefined,
  textsOf: (item: T) => readonly (string | null)[],
): T[] {
  const words = (query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator('sv');
  return [...items]
    .map((item) => ({ item, text: textsOf(item).filter(Boolean).join(' ') }))
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
    .sort((a, b) => collator.compare(a.text, b.text))
    .map(({ item }) => item);
}
