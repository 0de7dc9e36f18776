import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { type SimulatorOnLoopback, startSimulator } from '../support/simulator-on-loopback.ts';

const phone = { width: 390, height: 844 };

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'the simulator’s page in Chromium', () => {
  let browser: Browser;
  let house: SimulatorOnLoopback;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    house = await startSimulator();
  });
  afterEach(() => house.close());

  async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(browser, options);
    await opened.page.goto(house.url);
    await opened.page.locator('body[data-ready]').waitFor();
    return opened;
  }
  const staff = (page: Page) => page.getByRole('region', { name: 'Personal' });
  const say = async (page: Page, text: string) => {
    await staff(page).getByRole('textbox', { name: 'Meddelande till Vaktis' }).fill(text);
    await page.keyboard.press('Enter');
  };

  test.each([
    ['light', 'wide'],
    ['dark', 'wide'],
    ['light', 'narrow'],
    ['dark', 'narrow'],
  ] as const)('it has no accessibility fault in %s and %s', async (colorScheme, width) => {
    const { page, errors } = await visit({ colorScheme, ...(width === 'narrow' ? { viewport: phone } : {}) });
    await say(page, 'Projektorn är svart');
    await staff(page).getByRole('button', { name: 'Det löste sig' }).waitFor();

    expect(await findFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('on a phone one side is shown at a time and nothing sticks out', async () => {
    const { page } = await visit({ viewport: phone });
    await say(page, 'ett-mycket-långt-ord-'.repeat(20));
    await staff(page).getByRole('button', { name: 'Det löste sig' }).waitFor();
    const technician = page.getByRole('region', { name: 'Tekniker' });
    const before = [await staff(page).isVisible(), await technician.isVisible()];
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.getByRole('button', { name: 'Tekniker' }).click();

    expect([before, width]).toEqual([[true, false], phone.width]);
    expect([await staff(page).isVisible(), await technician.isVisible()]).toEqual([false, true]);
  });

  test('a person is chosen with the keyboard alone', async () => {
    const { page } = await visit();
    const picker = staff(page).getByRole('combobox', { name: 'Vem är du?' });
    await picker.focus();
    await picker.pressSequentially('vikarie');
    await page.getByRole('option', { name: 'Kim Vikarie' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await page.getByRole('log', { name: 'Samtal mellan Kim Vikarie och Vaktis' }).waitFor();
    expect(await picker.inputValue()).toBe('Kim Vikarie');
  });

  test('a press replaces the card, and the reader stays where they were', async () => {
    const { page } = await visit();
    await say(page, 'Projektorn är svart');
    const button = staff(page).getByRole('button', { name: 'Det löste sig' });
    await button.focus();
    await page.keyboard.press('Enter');

    await staff(page).getByText('Skönt att det löste sig').waitFor();
    expect(await button.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Vaktis');
  });

  test('HTML and unsafe links from people and the bot stay text', async () => {
    const { page, errors } = await visit();
    await say(page, '<img src=x onerror=alert(1)> [a](javascript:alert(2))');
    await staff(page).getByRole('button', { name: 'Det löste sig' }).waitFor();

    expect(await page.locator('.log img:not([src^="/simulator/page/"]), a[href^="javascript"]').count()).toBe(
      0,
    );
    expect(await staff(page).getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('news to somebody who is not in front is told, and shown at a press', async () => {
    const { page } = await visit();
    await house.bot.createConversation(
      `${house.url}/simulator/connector/`,
      house.visitorId,
      house.tenantId,
      'Nu är det löst',
    );
    await page.getByRole('button', { name: 'Nytt till Kim Vikarie' }).click();

    await staff(page).getByText('Nu är det löst').waitFor();
    expect(await page.getByRole('button', { name: 'Nytt till' }).count()).toBe(0);
  });

  test('somebody without the app is said not to be reachable', async () => {
    const { page } = await visit();
    await staff(page).getByRole('checkbox', { name: 'Appen är installerad' }).uncheck();

    await staff(page).getByText('Vaktis kan inte nå Anna Lind i Teams').waitFor();
    expect(house.bot.received.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
  });

  test('the page speaks English when asked to, and keeps the chat', async () => {
    const { page } = await visit();
    await page.getByRole('radio', { name: 'English' }).check();

    await page.getByRole('log', { name: 'Conversation between Anna Lind and Vaktis' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('region', { name: 'Staff' }).getByText('Anna Lind').count()).toBeGreaterThan(
      0,
    );
  });
});
