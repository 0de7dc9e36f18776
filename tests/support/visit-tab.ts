import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { TabOnLoopback, TabPlace } from './tab-on-loopback.ts';

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** Every way in which a view has to hold up: three themes on a desk, and a phone. */
export const looks = [
  ['light, wide', 'default', {}],
  ['dark, wide', 'dark', {}],
  ['contrast, narrow', 'contrast', phone],
  ['light, narrow', 'default', phone],
] as const satisfies readonly (readonly [string, TabPlace['theme'], BrowserContextOptions])[];

/** Opens a view and waits for its heading and for what it fetches. */
export async function visitTab(
  browser: Browser,
  tab: Pick<TabOnLoopback, 'address'>,
  place: TabPlace,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(browser, { reducedMotion: 'reduce', ...options });
  await opened.page.goto(tab.address(place));
  await settled(opened.page);
  return opened;
}

/** Goes on to another place of the tab as a link does. */
export async function goTo(page: Page, at: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, at);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
}

/** True when nothing sticks out to the side. */
export function fitsAcross(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
