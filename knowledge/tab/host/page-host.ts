import { type Host, toLanguage, toTheme } from './host.ts';

export type PageHost = Host & { readonly upn: string | null };

/**
 * The tab as a page of its own, beside the simulator: `/tab?as=UPN&theme=dark&lang=sv&link=note-solrosen/skrivaren`.
 * `upn` null: nobody is chosen yet. Without `theme` it follows the computer.
 */
export function openPageHost(search: string, browserLanguage: string): PageHost {
  const wish = new URLSearchParams(search);
  const upn = wish.get('as');
  const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  const named = wish.get('theme');
  return {
    kind: 'page',
    upn,
    language: toLanguage(wish.get('lang') ?? browserLanguage),
    theme: named === null && dark?.matches ? 'dark' : toTheme(named),
    deepLink: wish.get('link'),
    authorization: async () => {
      if (upn === null) throw new Error('nobody is chosen');
      return `Simulator ${upn}`;
    },
    linkTo: () => null,
    notifySuccess: () => {},
    onThemeChange: (listener) => {
      if (named !== null || !dark) return () => {};
      const tell = (event: MediaQueryListEvent) => listener(event.matches ? 'dark' : 'default');
      dark.addEventListener('change', tell);
      return () => dark.removeEventListener('change', tell);
    },
  };
}

/** The same page with another person, theme or language; null takes one away. The place in the tab stays. */
export function pageAddress(change: Readonly<Record<string, string | null>>): string {
  const wish = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) wish.delete(name);
    else wish.set(name, value);
  }
  return `${location.pathname}?${wish}${location.hash}`;
}
