import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { readConfig } from '#bot/config.ts';
import { patient } from './patient.ts';

const debians = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const chosen = readConfig().chromiumPath;
const wanted = chosen === null ? debians : [chosen];

/** Where Chromium is: CHROMIUM_PATH, else where Debian's packages put it, the one without windows first because it
 * starts faster. Null: browser tests are skipped, by name. */
export const chromiumPath = wanted.find((path) => existsSync(path)) ?? null;

/** Quiet and alone: nothing of Chromium's own goes to the network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '', headless: true, args: flags });
}

/** After each test: a page left open goes on working and slows down the next. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

/** A fresh page whose console errors and refused loads are collected: a test expects none. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // Shorter than a test's own limit, so that a failure names what was waited for.
  context.setDefaultTimeout(patient.timeout);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, errors };
}
