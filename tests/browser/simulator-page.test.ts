import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Explanation } from '#bot/channels/simulator/chat.ts';
import { chromiumPath, closePages, launchBrowser, openPage } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import {
  buildPerson,
  dispatcher,
  type SimulatorOnLoopback,
  startSimulator,
  technician,
} from '../support/simulator-on-loopback.ts';

const phone = { width: 390, height: 844 };
const explanation: Explanation = {
  decision: 'Svarar med ett råd',
  facts: [{ label: 'Plats', value: 'Förskolan Solrosen · hemmaplats' }],
  reasons: ['det finns ett råd som passar'],
  responsible: { name: 'Karin Berg', reasons: ['Karin Berg är tekniker här'] },
  notes: [{ title: 'Projektorn', where: 'Förskolan Solrosen', score: 0.94 }],
  more: [],
};

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'the simulator’s page in Chromium', () => {
  let browser: Browser;
  let house: SimulatorOnLoopback;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    house = await startSimulator({
      listPeople: async () => [buildPerson(), technician, dispatcher],
      explain: () => explanation,
    });
  });
  afterEach(async () => {
    await closePages(browser);
    await house.close();
  });

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

  const openTools = (page: Page) =>
    staff(page).getByRole('button', { name: 'Prova hur Teams beter sig för Anna Lind' }).click();

  test.each([
    ['light', 'wide'],
    ['dark', 'wide'],
    ['light', 'narrow'],
    ['dark', 'narrow'],
  ] as const)('it has no accessibility fault in %s and %s', async (colorScheme, width) => {
    const { page, errors } = await visit({ colorScheme, ...(width === 'narrow' ? { viewport: phone } : {}) });
    await say(page, 'Projektorn är svart');
    await staff(page).getByRole('button', { name: 'Det löste sig' }).waitFor();
    const plain = await findFaults(page);
    await openTools(page);
    await staff(page).getByRole('button', { name: 'Åtta knappar' }).click();
    await staff(page).getByText('Så gör Teams (1)').last().click();
    await staff(page).getByRole('button', { name: 'Varför?' }).click();

    expect([...plain, ...(await findFaults(page))]).toEqual([]);
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
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('Vaktis');
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
    await openTools(page);
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

  test('three people stand side by side, two where it is narrower', async () => {
    const { page } = await visit();
    const sides = ['Personal', 'Tekniker', 'Samordnare'].map((name) => page.getByRole('region', { name }));
    const shown = () => Promise.all(sides.map((side) => side.isVisible()));
    const wide = await shown();
    await page.setViewportSize({ width: 1000, height: 800 });
    const narrower = await shown();
    await page.getByRole('button', { name: 'Samordnare', exact: true }).click();

    expect([wide, narrower]).toEqual([
      [true, true, true],
      [true, true, false],
    ]);
    expect(await shown()).toEqual([true, false, true]);
  });

  test('what Teams refuses is told in the chat and in the journal, with why', async () => {
    const { page } = await visit();
    await openTools(page);
    await staff(page).getByRole('button', { name: 'För stort meddelande' }).click();
    await staff(page).getByText('Teams säger nej (413 MessageSizeTooBig)').waitFor();
    await staff(page).getByRole('button', { name: 'Okänd mottagare' }).click();
    await page.getByRole('button', { name: 'Teams sa nej 2' }).click();
    const journal = page.getByRole('dialog', { name: 'Det här sa Teams nej till' });

    expect(await journal.getByRole('listitem').count()).toBe(2);
    expect(await journal.getByText('· ingen mottagare').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await journal.isVisible()).toBe(false);
  });

  test('somebody offline gets it later, and what they write waits', async () => {
    const { page } = await visit();
    await openTools(page);
    const online = staff(page).getByRole('checkbox', { name: 'Uppkopplad' });
    await online.uncheck();
    await staff(page).getByText('Anna Lind är inte uppkopplad').waitFor();
    await say(page, 'Skrivaren är död');
    await staff(page).getByText('Väntar på uppkoppling').waitFor();
    await online.check();

    await staff(page).getByText('Svar på Skrivaren är död').waitFor();
    expect(await staff(page).getByText('Väntar på uppkoppling').count()).toBe(0);
  });

  test('the colours follow the button, and are remembered', async () => {
    const { page } = await visit({ colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Färger som datorn' }).click();
    await page.getByRole('button', { name: 'Ljusa färger' }).click();
    const dark = await ground();
    await page.reload();
    await page.locator('body[data-ready]').waitFor();

    expect(dark).not.toBe(light);
    expect(await ground()).toBe(dark);
  });

  test('the tour is walked and put away with the keyboard, and stays away', async () => {
    const { page } = await visit();
    const tour = page.getByRole('region', { name: 'Tre saker att prova' });
    await tour.getByRole('button', { name: 'Skriv det' }).focus();
    await page.keyboard.press('Enter');
    await tour.getByText('(Provat)').waitFor({ state: 'attached' });
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Escape');
    const isAway = !(await tour.isVisible());
    await page.reload();
    await page.locator('body[data-ready]').waitFor();

    expect([focused, isAway, await tour.isVisible()]).toEqual(['Skriv det', true, false]);
    await page.getByRole('button', { name: 'Visa tre saker att prova' }).click();
    expect(await tour.isVisible()).toBe(true);
  });
});
