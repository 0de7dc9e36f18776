import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { latest, play, ready, say } from '../support/browser-play.ts';
import { faultsHeard } from '../support/faults-heard.ts';
import { findFaults } from '../support/find-faults.ts';
import { listenIn } from '../support/listen-in.ts';
import { describeWith } from '../support/needs.ts';
import { readAloud, readFocus } from '../support/read-aloud.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'the black projector, in Chromium', () => {
  let browser: Browser;
  let app: SimulatedApp;
  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startSimulatedApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function openAsHannaAndKarin(page: Page): Promise<{ hanna: Locator; karin: Locator }> {
    await page.goto(app.url);
    await ready(page);
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    return { hanna, karin };
  }

  test('everybody sees every step, by name', async () => {
    const { page, errors } = await openPage(browser, { viewport: { width: 1360, height: 1000 } });
    const { hanna, karin } = await openAsHannaAndKarin(page);
    await hanna.getByText('Jag heter Vaktis och är en robot').waitFor();

    await say(page, 'Personal', 'Projektorn i lekhallen är svart');
    await hanna.getByText('Från platsnotisen').waitFor();

    await latest(hanna, 'Det hjälpte inte').click();
    await latest(hanna, 'Prata med en människa').click();
    await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();

    await karin.getByText('Hanna Nilsson').first().waitFor();
    await latest(karin, 'Jag tar det').click();
    await hanna.getByText('Karin Lind har tagit det här och räknar med att vara hos er').waitFor();

    await latest(karin, 'På plats').click();
    await hanna.getByText('Karin Lind är på plats').waitFor();

    await latest(karin, 'Klar').click();
    await karin.getByRole('textbox', { name: /Vad gjorde du/ }).fill('Bytte kabeln i väggluckan.');
    await latest(karin, 'Skicka, det är klart').click();
    await hanna.getByText('Bytte kabeln i väggluckan.').waitFor();

    await latest(hanna, 'Ja, det fungerar').click();
    await hanna.getByText(/Ärende VK-\d+ är klart/).waitFor();

    expect(await karin.getByRole('button', { name: 'Jag tar det' }).count()).toBe(0);
    expect(await page.getByText('Teams säger nej (').count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('whoever hears the page hears each thing once, in order, and never loses their place', async () => {
    const { page } = await openPage(browser, { viewport: { width: 1360, height: 1000 } });
    const { karin } = await openAsHannaAndKarin(page);
    const heard = await listenIn(page);
    // Another person's chat is there to be read; nobody wants all of it read out.
    const amina = await play(page, 'Personal', 'Amina Osman');
    await amina.getByText('Jag heter Vaktis och är en robot').waitFor();
    await expect.poll(() => amina.getAttribute('aria-live')).toBeNull();
    expect((await heard()).filter((words) => words.includes('Vaktis'))).toEqual([]);

    await say(page, 'Personal', 'Projektorn i lekhallen på Solrosen är svart');
    await latest(amina, 'Det löste sig').waitFor();
    expect(await heard()).toEqual([
      expect.stringMatching(/^Du \S+ Projektorn i lekhallen/),
      expect.stringMatching(/^Vaktis \S+ Det här brukar hjälpa: .*Det löste sig/),
    ]);
    expect(await readFocus(page)).toMatch(/^textbox “Meddelande till Vaktis”/);
    expect(faultsHeard(await readAloud(page))).toEqual([]);
    const lines = await readAloud(page, '.pane.staff .log');
    const card = lines.slice(lines.lastIndexOf('group “Kort från Vaktis”'));
    expect(card.slice(0, 3)).toEqual([
      'group “Kort från Vaktis”',
      '“Det här brukar hjälpa:”',
      'heading 3 “Projektorn i lekhallen”',
    ]);
    expect(card.filter((line) => line.startsWith('button'))).toEqual([
      'button “Det löste sig”',
      'button “Det hjälpte inte”',
      'button “Ett steg i taget”',
      'button “Prata med en människa”',
    ]);

    await latest(amina, 'Varför?').press('Enter');
    await expect.poll(heard).toEqual([expect.stringContaining('Svarar med ett råd')]);
    expect(await readFocus(page)).toBe('button “Varför?” expanded');
    await page.keyboard.press('Escape');
    expect(await readFocus(page)).toBe('button “Varför?” expanded=false');

    await latest(amina, 'Prata med en människa').press('Enter');
    await latest(karin, 'Jag tar det').waitFor();
    await amina.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
    expect((await heard()).map((words) => words.split(' ').slice(2, 5).join(' ')).sort()).toEqual([
      'En människa tar',
      'Kan du ta',
    ]);
    await latest(karin, 'Jag tar det').press('Enter');
    await amina.getByText('Karin Lind har tagit det här').waitFor();
    await latest(karin, 'På plats').waitFor();
    expect((await heard()).filter((words) => words.includes('Ditt ärende'))).toHaveLength(1);
    // The card with the button is gone; its place is not.
    expect(await readFocus(page)).toMatch(/^group “Vaktis /);
    await latest(karin, 'Klar').press('Enter');
    expect(await readFocus(page)).toBe('button “Klar” expanded');
    await latest(karin, 'Skicka, det är klart').press('Enter');
    await expect.poll(heard).toEqual(['Skriv kort vad du gjorde.']);
    expect(await readFocus(page)).toMatch(/^textbox “Vad gjorde du\?/);
  });

  test.each(['light', 'dark'] as const)('the same chats fit a phone, in %s', async (colorScheme) => {
    const phone = { width: 390, height: 844 };
    const { page, errors } = await openPage(browser, { viewport: phone, colorScheme });
    await page.goto(app.url);
    await ready(page);
    await play(page, 'Personal', 'Hanna Nilsson');
    const faults = await findFaults(page);
    await page.getByRole('button', { name: 'Tekniker' }).click();
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    const widest = await karin.evaluate((log) => log.scrollWidth - log.clientWidth);

    expect([...faults, ...(await findFaults(page)), ...errors]).toEqual([]);
    expect([widest, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      0,
      phone.width,
    ]);
  });
});
