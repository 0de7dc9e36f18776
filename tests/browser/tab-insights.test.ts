import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, goTo, looks, phone, settled, visitTab } from '../support/visit-tab.ts';

/** Built of the same parts as the overview, which is seen in every look: looked at in one. */
const further = [
  '/insights/measures/self-resolved',
  '/insights/help',
  '/insights?site=solrosen&period=2026-10',
  '/insights/measures/resolution-incident-service?site=granen',
  '/insights/measures/coverage/cases',
  '/insights/notes',
  '/insights/notes/solrosen/skrivaren/cases',
  '/insights/revisions',
];

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'figures for whoever pays', () => {
  let browser: Browser;
  let tab: TabOnLoopback;
  // Nothing is changed here: one stand-in serves all.
  beforeAll(async () => {
    [browser, tab] = await Promise.all([launchBrowser(), startTab()]);
  }, 180_000);
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser?.close();
    await tab?.close();
  });

  const visit = (at: string, options = {}, as = 'ines.admin') => visitTab(browser, tab, { as, at }, options);
  const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

  test.each(looks)('no part has an accessibility fault in %s', async (look, theme, options) => {
    const { page, errors } = await visitTab(
      browser,
      tab,
      { as: 'ines.admin', at: '/insights', theme },
      options,
    );
    const faults: string[] = [];
    const wide: string[] = [];
    for (const place of look === 'light, narrow' ? ['/insights', ...further] : ['/insights']) {
      await goTo(page, place);
      faults.push(...(await findFaults(page)).map((fault) => `${place}: ${fault}`));
      if (!(await fitsAcross(page))) wide.push(place);
    }
    expect(faults).toEqual([]);
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('each figure says how it is counted and leads to its cases', async () => {
    const { page, errors } = await visit('/insights');
    const coverage = card(page, 'Täckning');
    await coverage.getByText('Så räknas det').click();
    await coverage.getByText('Frågor och ärenden där en notis visades').waitFor();
    await coverage.getByRole('link', { name: /Visa ärendena/ }).click();
    await page.getByRole('heading', { name: 'Ärendena bakom siffran' }).waitFor();
    await page.getByRole('rowheader', { name: 'V-1042' }).waitFor();
    await page.getByRole('link', { name: 'Övriga' }).click();
    await settled(page);

    expect(page.url()).toContain('part=no');
    expect(await page.getByRole('cell', { name: 'ja', exact: true }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('what is chosen is in the address, stays on the way, and is taken away again', async () => {
    const { page } = await visit('/insights');
    const site = page.getByRole('combobox', { name: 'Plats', exact: true });
    await site.focus();
    await site.selectOption('Ekskolan');
    await page.getByText(/^Ekskolan · /).waitFor();
    expect(await site.evaluate((element) => element === document.activeElement)).toBe(true);
    await card(page, 'Täckning').getByRole('link', { name: 'Täckning', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Täckning' }).waitFor();
    expect(page.url()).toContain('/insights/measures/coverage?site=ekskolan');
    await page.getByRole('button', { name: 'Visa allt' }).click();
    await page.getByText(/^Alla platser · /).waitFor();
    expect(page.url()).not.toContain('site=');
  });

  test('behind a chart is its table, which a screen reader has from the start', async () => {
    const { page } = await visit('/insights/measures/self-resolved');
    const table = page.getByRole('table', { name: /Vecka för vecka/ });
    expect(await table.getByRole('row').count()).toBe(14);
    expect(await page.locator('.insights-chart svg').count()).toBe(1);
    await page.getByRole('button', { name: /Visa som tabell/ }).press('Enter');
    expect(await page.locator('.insights-chart svg').count()).toBe(0);
    expect((await table.boundingBox())?.width).toBeGreaterThan(300);
  });

  test('fewer than five people are taken together, or not shown, and that is said', async () => {
    const { page } = await visit('/insights/measures/coverage');
    const sites = page.getByRole('table', { name: /Fördelat på plats/ });
    await sites.getByRole('rowheader', { name: '2 till, för få för att visas var för sig' }).waitFor();
    expect(await sites.getByText('Förskolan Granen').count()).toBe(0);
    await goTo(page, '/insights?site=granen');
    await page.getByText('Färre än fem personer: siffrorna visas inte.').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('small numbers are counts', async () => {
    const { page } = await visit('/insights/measures/coverage?site=solrosen&by=category');
    const rows = page.getByRole('table', { name: /Fördelat på kategori/ });
    await rows
      .getByRole('cell', { name: /^\d+ av \d+$/ })
      .first()
      .waitFor();
    expect(await rows.getByRole('row', { name: /Telefon/ }).textContent()).not.toContain('%');
  });

  test('what would help leads to the form, the matrix and the figures of a site', async () => {
    const { page } = await visit('/insights/help', {}, 'karin.lind');
    await page.getByText('Av 18 frågor hade 15 fått svar av den.').waitFor();
    expect(await page.getByRole('link', { name: /Se platsens siffror/ }).getAttribute('href')).toBe(
      '#/insights?site=linden',
    );
    await page.getByRole('button', { name: 'Skriv notisen: Surfplattan laddar inte' }).click();
    await settled(page);
    expect(await page.getByRole('textbox', { name: /Rubrik/ }).inputValue()).toBe('Surfplattan laddar inte');
    expect(await page.getByText('plattan är död trots laddaren').count()).toBeGreaterThan(0);
    const admin = await visit('/insights/help');
    await admin.page.getByRole('link', { name: 'Öppna matrisen' }).click();
    await admin.page.getByRole('heading', { level: 1, name: 'Helpdesken' }).waitFor();
  });

  test('a head has their own site and no other to choose', async () => {
    const { page } = await visit('/insights?site=ekskolan', phone, 'hanna.nilsson');
    await page.getByText(/^Förskolan Solrosen · /).waitFor();
    await page.getByText('Urval').click();
    expect(await page.getByRole('combobox', { name: 'Plats', exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Det här skulle hjälpa mest' }).count()).toBe(0);
  });

  test('a closed month says so, and what changed afterwards has its trace', async () => {
    const { page } = await visit('/insights?period=2026-10');
    await page.getByRole('link', { name: 'Se vad som har ändrats' }).click();
    const change = page.getByRole('listitem').filter({ hasText: 'för Ekskolan' });
    await change.getByText(/Ett ärende ändrades efteråt/).waitFor();
    expect(await change.textContent()).toMatch(/oktober 2026: från \d+\s% till \d+\s%.*V-0971/);
  });

  test('a new desk, a choice that nothing fits, and a server that cannot count are said kindly', async () => {
    const { page } = await visit('/insights?area=tom');
    await page.getByText('Inget ärende passar urvalet').waitFor();
    await goTo(page, '/insights?area=fel');
    await page.getByRole('alert').getByText('Servern kan inte svara just nu').waitFor();
    await page.getByRole('button', { name: 'Visa allt' }).click();
    await card(page, 'Täckning').waitFor();
  });

  test('figures are taken along as a file, and on paper: no buttons, the formulas at the end', async () => {
    const { page } = await visit('/insights');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('insikter-2026-08-31-2026-11-23.csv');
    expect(await readFile(await file.path(), 'utf8')).toContain('measure;value');
    const formulas = page.getByRole('heading', { name: 'Så räknas siffrorna' });
    expect(await formulas.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await formulas.isVisible()).toBe(true);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  test('in English it is all in English', async () => {
    const { page } = await visitTab(browser, tab, { as: 'ines.admin', at: '/insights', language: 'en' });
    await page.getByRole('heading', { level: 2, name: 'Is it fast?' }).waitFor();
    await card(page, 'Coverage').waitFor();
  });
});
