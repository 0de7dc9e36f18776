import { createContext, useContext } from 'react';
import { type TabTexts, tabTexts } from '#bot/i18n/tab.ts';
import type { Me } from '#bot/web/api/contract/common-contract.ts';
import type { Client } from '../api/client.ts';
import type { Host, TabLanguage, Theme } from '../host/host.ts';

/** What every view may use. */
export type Tab = {
  readonly host: Host;
  readonly client: Client;
  readonly me: Me;
  readonly language: TabLanguage;
  readonly theme: Theme;
  /** The last request reached the server. */
  readonly reached: boolean;
  /** Says it to a screen reader and shows it for a moment at the foot of the page: "Sparat". */
  readonly announce: (text: string) => void;
};

export const TabContext = createContext<Tab | null>(null);

/** @throws Error outside the shell. */
export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (tab === null) throw new Error('outside the shell');
  return tab;
}

/** A view's own words in the reader's language: `useWords(workTexts)`. */
export function useWords<T>(texts: Readonly<Record<TabLanguage, T>>): T {
  return texts[useTab().language];
}

/** The shell's words. */
export function useShellWords(): TabTexts {
  return useWords(tabTexts);
}
