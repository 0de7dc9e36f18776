import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, closePages, launchBrowser, openPage } from '../support/browser.ts';
import { play, ready, say, sideOf } from '../support/browser-play.ts';
import { findFaults } from '../support/find-faults.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';

describe.skipIf(chromiumPath === null)('the message extension in the simulator', () => {
  let app: SimulatedApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startSimulatedApp(), launchBrowser()]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('makes a case of a colleague’s message with the keyboard, on a phone’s width', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(app.url);
    await ready(page);
    const chat = await play(page, 'Personal', 'Hanna Nilsson');
    await say(page, 'Personal', 'Projektorn i lekhallen är svart');
    await chat.getByText('HDMI 2').first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    const more = chat.getByRole('group').filter({ hasText: 'Projektorn i lekhallen är svart' }).first();
    await more.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await more
      .getByRole('button', { name: /^Skapa ärende som/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const text = dialog.getByRole('textbox', { name: 'Vad är fel?' });
    await text.waitFor();
    expect(await text.inputValue()).toBe('Projektorn i lekhallen är svart');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await dialog.getByRole('button', { name: 'Skapa ärende', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText(/Ärende VK-\d+ är skapat/).waitFor();
    await page.keyboard.press('Escape');
    await chat
      .getByText(/har gjort ärende VK-/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  it('finds a note under the message box and puts it into the chat, without a fault of access', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(app.url);
    await ready(page);
    const chat = await play(page, 'Personal', 'Amina Osman');
    const pane = sideOf(page, 'Personal');
    const opener = pane.getByRole('button', { name: 'Sök i Vaktis' });
    const words = pane.getByRole('searchbox', { name: 'Sök i Vaktis' });
    await opener.press('Enter');
    await page.keyboard.press('Escape');
    expect(await words.isVisible()).toBe(false);
    // Back where one was, so that the next press unfolds it again.
    await page.keyboard.press('Enter');
    await page.keyboard.type('projektorn');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /Projektorn/ })
      .first()
      .waitFor();
    expect(await findFaults(page)).toEqual([]);
    await dialog
      .getByRole('button', { name: /Projektorn/ })
      .first()
      .press('Enter');
    await chat.getByText('Platsnotis från Vaktis').waitFor();
    expect(errors).toEqual([]);
  });
});
