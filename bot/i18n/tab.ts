import { en } from './tab-en.ts';
import { sv } from './tab-sv.ts';

/** The words of the editors' tab: the shell's here, each view's in its own tab-<view>.ts. */
export type TabTexts = typeof sv;

export const tabTexts: Readonly<Record<'sv' | 'en', TabTexts>> = { sv, en };
