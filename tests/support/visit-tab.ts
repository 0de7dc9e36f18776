import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
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
  watchRequests(opened.page);
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
  await noRequests(page);
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
}

const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  underWay.set(page, requests);
}

/** Milliseconds in which a view asks for the next thing, if there is one. Chromium's own idea of idle takes ten times that. */
const pauseBetween = 50;

async function noRequests(page: Page): Promise<void> {
  const requests = underWay.get(page) ?? new Set();
  for (let quiet = 0; quiet < pauseBetween; quiet += 10) {
    await wait(10);
    if (requests.size > 0) quiet = 0;
  }
}

/** True when nothing sticks out to the side. */
export function fitsAcross(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
