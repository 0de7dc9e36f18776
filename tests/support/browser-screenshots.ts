import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';
import { latest, play, ready, say } from './browser-play.ts';
import { type SimulatedApp, startSimulatedApp } from './simulated-app.ts';
import { startTabApp } from './tab-app.ts';
import { visitTab } from './visit-tab.ts';

/** `npm run screenshots`: the README's pictures, made anew from the story of the black projector. */
const folder = join(import.meta.dirname, '../../.github/readme');
const wide: BrowserContextOptions = { viewport: { width: 1280, height: 820 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 };

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  const app = await startSimulatedApp();
  try {
    await shoot(browser, app, { name: 'story', options: wide, act: tellStory });
    await shoot(browser, app, { name: 'why-dark', options: { ...wide, colorScheme: 'dark' }, act: showWhy });
    await shoot(browser, app, { name: 'phone', options: phone, act: showPhone });
  } finally {
    await browser.close();
    await app.close();
  }
  await shootTab();
}

/** The editors' tab: a note in its form, with the card beside it. */
async function shootTab(): Promise<void> {
  const [browser, app] = await Promise.all([launchBrowser(), startTabApp()]);
  const place = { as: 'karin.lind', at: '/notes/solrosen/skrivaren/edit' };
  const { page } = await visitTab(browser, app, place, wide);
  await page
    .getByRole('region', { name: 'Kortet som personalen ser' })
    .getByText('Ett steg i taget')
    .waitFor();
  await page.screenshot({ path: join(folder, 'tab.png'), animations: 'disabled' });
  await browser.close();
  await app.close();
}

type Shot = { name: string; options: BrowserContextOptions; act: (page: Page) => Promise<void> };

async function shoot(browser: Browser, app: SimulatedApp, { name, options, act }: Shot): Promise<void> {
  const { page } = await openPage(browser, { reducedMotion: 'reduce', ...options });
  await page.goto(app.url);
  await ready(page);
  await page
    .getByRole('region', { name: 'Tre saker att prova' })
    .getByRole('button', { name: 'Stäng' })
    .click();
  await act(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  await page.context().close();
}

/** Mid-way: the technician is on her way. */
async function tellStory(page: Page): Promise<void> {
  const hanna = await play(page, 'Personal', 'Hanna Nilsson');
  const karin = await play(page, 'Tekniker', 'Karin Lind');
  await say(page, 'Personal', 'Projektorn i lekhallen är svart');
  await latest(hanna, 'Det hjälpte inte').click();
  await latest(hanna, 'Prata med en människa').click();
  await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
  await latest(karin, 'Jag tar det').click();
  await hanna.getByText('Karin Lind har tagit det här och räknar med att vara hos er').waitFor();
  await latest(karin, 'På plats').click();
  await hanna.getByText('Karin Lind är på plats').waitFor();
  await karin.evaluate((log) => log.scrollTo({ top: log.scrollHeight - log.clientHeight - 240 }));
}

async function showWhy(page: Page): Promise<void> {
  const anders = await play(page, 'Personal', 'Anders Falk');
  await play(page, 'Tekniker', 'Elin Sjöberg');
  await say(page, 'Personal', 'Projektorn i klassrummet visar ingen bild');
  await latest(anders, 'Det löste sig').waitFor();
  await anders.getByRole('button', { name: 'Varför?' }).click();
  await anders.getByRole('region', { name: 'Varför Vaktis gjorde så' }).waitFor();
}

async function showPhone(page: Page): Promise<void> {
  const amina = await play(page, 'Personal', 'Amina Osman');
  await say(page, 'Personal', 'Projektorn är svart');
  await latest(amina, 'Det löste sig').waitFor();
}

await main();
