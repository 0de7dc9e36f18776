import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { latest, play, ready, say } from '../support/browser-play.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
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
    await latest(karin, 'Klar').click();
    await hanna.getByText('Bytte kabeln i väggluckan.').waitFor();

    await latest(hanna, 'Ja, det fungerar').click();
    await hanna.getByText(/Ärende VK-\d+ är klart/).waitFor();

    expect(await karin.getByRole('button', { name: 'Jag tar det' }).count()).toBe(0);
    expect(await page.getByText('Teams säger nej (').count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
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
