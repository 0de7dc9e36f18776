/** Teams' own names; its `glass` is shown as `default`. */
export type Theme = 'default' | 'dark' | 'contrast';

export type TabLanguage = 'sv' | 'en';

/** What the tab stands in: Teams, or a page of its own beside the simulator. The tab asks it and nothing else. */
export type Host = {
  readonly kind: 'teams' | 'page';
  readonly language: TabLanguage;
  readonly theme: Theme;
  /** What a link into the tab points at, such as `note-solrosen/skrivaren`; null for the tab itself. */
  readonly deepLink: string | null;
  /**
   * The Authorization header of a request; `renew` when the last one was refused.
   * @throws Error when nobody is signed in.
   */
  readonly authorization: (renew: boolean) => Promise<string>;
  /** An address that opens the tab at a link; null where there is none but the page's own. */
  readonly linkTo: (link: string) => string | null;
  /** Tells Teams that there is something to look at. */
  readonly notifySuccess: () => void;
  /** @returns the way to stop listening. */
  readonly onThemeChange: (listener: (theme: Theme) => void) => () => void;
};

export function toTheme(name: string | null | undefined): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** Swedish unless the reader's own language is another: then English. */
export function toLanguage(locale: string | null | undefined): TabLanguage {
  return locale === null || locale === undefined || /^sv\b/i.test(locale) ? 'sv' : 'en';
}
