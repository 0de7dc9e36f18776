import type { Category } from '#bot/desk/category.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import { words as en } from './en/words.ts';
import { words as sv } from './sv/words.ts';

/** Names of categories and kinds of site, as inside a sentence; `capital` makes the start of one. */
export type KindTexts = {
  readonly category: Readonly<Record<Category, string>>;
  readonly siteKind: Readonly<Record<SiteKind, string>>;
};

export const kindTexts: Readonly<Record<'sv' | 'en', KindTexts>> = { sv, en };

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A record's keys in the order in which they are written. */
export function keysOf<K extends string>(names: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(names).filter((key): key is K => key in names);
}
