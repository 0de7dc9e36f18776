import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, goTo, looks, phone, visitTab } from '../support/visit-tab.ts';

const week = '/desk/rota?week=2026-11-23';
const places = [
  week,
  '/desk/sites',
  '/desk/sites/solrosen',
  '/desk/sites?new=1',
  '/desk/people',
  '/desk/people/hanna.nilsson%40ekbacken.example',
  '/desk/technicians',
  '/desk/technicians/karin.lind%40ekbacken.example',
  '/desk/responsibility',
  '/desk/referrals',
  '/desk/contractors',
  '/desk/changes',
];

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'the desk’s own data', () => {
  let browser: Browser;
  let tab: TabOnLoopback;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    tab = await startTab();
  }, 180_000);
  afterEach(async () => {
    await closePages(browser);
    await tab?.close();
  });

  const visit = (at: string, { as = 'ines.admin', options = {} } = {}) =>
    visitTab(browser, tab, { as, at }, options);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  test.each(looks)('no section has an accessibility fault in %s', async (_, theme, options) => {
    const { page, errors } = await visitTab(browser, tab, { as: 'ines.admin', at: week, theme }, options);
    const faults: string[] = [];
    const wide: string[] = [];
    for (const place of places) {
      await goTo(page, place);
      faults.push(...(await findFaults(page)).map((fault) => `${place}: ${fault}`));
      if (!(await fitsAcross(page))) wide.push(place);
    }
    expect(faults).toEqual([]);
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('an absence is added in two presses', async () => {
    const { page, errors } = await visit(week);
    await button(page, /Ändra Karin Lind, tisdag 24 november/).click();
    const faults = await findFaults(page);
    await button(page, /^Borta hela dagen$/).click();
    await page.getByText('Karin Lind är borta 24 november.').waitFor();
    await page
      .getByRole('button', { name: /Ändra Karin Lind, tisdag 24 november.*Borta hela dagen/ })
      .waitFor();
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('the rota is a table, and the arrow keys, Enter and Escape do for all of it', async () => {
    const { page } = await visit(week);
    const table = page.getByRole('table', { name: 'Schema vecka 48' });
    await table.getByRole('rowheader', { name: 'Omar Haddad' }).waitFor();
    await button(page, /Ändra Karin Lind, måndag/).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('dialog', { name: 'Omar Haddad, tisdag 24 november' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Ändra Omar Haddad, tisdag 24 november');
  });

  test('hours in which nobody works are said, and an extra shift fills them', async () => {
    const { page } = await visit(week);
    await page.getByText('Vid 2 tillfällen är ingen i tjänst fast helpdesken är öppen.').waitFor();
    await button(page, /Ändra Karin Lind, onsdag/).click();
    await button(page, 'Extra pass 16.00–16.30').click();
    await page.getByText('Vid 1 tillfälle är ingen i tjänst fast helpdesken är öppen.').waitFor();
  });

  test('what was added is taken away again, and another time may have clock times', async () => {
    const { page } = await visit(week);
    await button(page, /Ändra Omar Haddad, torsdag/).click();
    await button(page, 'Ta bort: Borta 25–26 november (utbildning)').click();
    await page.getByText('Borttaget för Omar Haddad.').waitFor();
    await button(page, /Ändra Omar Haddad, torsdag/).click();
    await button(page, 'Annan tid …').click();
    const dialog = page.getByRole('dialog', { name: 'Annan tid för Omar Haddad' });
    await dialog.getByLabel('Klockan', { exact: true }).fill('10:00');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await dialog.getByText('Skriv båda klockslagen, eller inget av dem.').waitFor();
    await dialog.getByLabel('Till klockan').fill('12:00');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Omar Haddad är borta 26 november 10.00–12.00.').waitFor();
  });

  test('two who change the rota at once both have their way', async () => {
    const [mine, theirs] = await Promise.all([visit(week), visit(week, { as: 'mona.grahn' })]);
    for (const [page, day] of [
      [theirs.page, 'måndag 23 november'],
      [mine.page, 'fredag 27 november'],
    ] as const) {
      await button(page, new RegExp(`Ändra Karin Lind, ${day}`)).click();
      await button(page, /^Borta hela dagen$/).click();
      await page.getByText(/Karin Lind är borta/).waitFor();
    }
    for (const day of ['måndag', 'fredag'])
      await button(mine.page, new RegExp(`Ändra Karin Lind, ${day}.*Borta hela dagen`)).waitFor();
  });

  test('on a phone the week is a list of days', async () => {
    const { page } = await visit(week, { options: phone });
    const wednesday = page.getByRole('region', { name: 'onsdag 25 november' });
    await wednesday.getByText('Ingen i tjänst 16.00–16.30').waitFor();
    await wednesday.getByText('Borta hela dagen: utbildning').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  test('a technician sees the rota and may change nothing', async () => {
    const { page } = await visit(week, { as: 'karin.lind' });
    await page.getByRole('table', { name: 'Schema vecka 48' }).waitFor();
    await page.getByText('Schemat ändras av en samordnare eller administratör.').waitFor();
    expect(await button(page, /^Ändra/).count()).toBe(0);
    expect(
      await page.getByRole('navigation', { name: 'Delar av helpdesken' }).getByRole('link').count(),
    ).toBe(1);
  });

  test('a dispatcher reads the forms, which cannot be written in', async () => {
    const { page } = await visit('/desk/sites/solrosen', { as: 'mona.grahn' });
    await page.getByText('Du kan läsa men inte ändra här.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Namn' }).getAttribute('readonly')).not.toBeNull();
    expect(await button(page, 'Spara').count()).toBe(0);
  });

  test('another’s save meanwhile loses nothing: both changes are kept, and one chooses where they meet', async () => {
    const [mine, theirs] = await Promise.all([visit('/desk/sites/solrosen'), visit('/desk/sites/solrosen')]);
    const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
    await field(theirs.page, 'Adress').fill('Nya vägen 1');
    await field(theirs.page, 'Område').fill('Västra');
    await button(theirs.page, 'Spara').click();
    await theirs.page.getByText('Förskolan Solrosen är sparad.').waitFor();
    await field(mine.page, 'Telefon').fill('08-123');
    await field(mine.page, 'Område').fill('Östra');
    await button(mine.page, 'Spara').click();
    await mine.page.getByText('Någon annan hann spara före dig').waitFor();
    const faults = await findFaults(mine.page);
    await button(mine.page, 'Ta deras i Område').click();
    const values = await Promise.all(
      ['Adress', 'Telefon', 'Område'].map((name) => field(mine.page, name).inputValue()),
    );
    await button(mine.page, 'Spara').click();
    await mine.page.getByText('Förskolan Solrosen är sparad.').waitFor();
    expect(values).toEqual(['Nya vägen 1', '08-123', 'Västra']);
    expect(faults).toEqual([]);
  });

  test('a fault of the server is shown at its field, which gets the focus, and what was written stays', async () => {
    const { page } = await visit('/desk/sites/solrosen');
    const name = page.getByRole('textbox', { name: 'Namn' });
    await name.fill('fel');
    await button(page, 'Spara').click();
    await page.getByText('Det namnet går inte.').waitFor();
    expect(await name.inputValue()).toBe('fel');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
  });

  test('a row of the matrix moves by keyboard and keeps the focus, and one sees what would change first', async () => {
    const { page, errors } = await visit('/desk/responsibility');
    await button(page, 'Ändra rad 4').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Rad 4 är nu rad 5.').waitFor();
    await page.getByText('Används aldrig: rad 4 tar allt det här.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Flytta ner rad 5');
    await button(page, 'Se vad som skulle ändras').click();
    const dialog = page.getByRole('dialog', { name: 'Det här skulle ha ändrats' });
    await dialog.getByText('2 av de senaste 48 ärendena hade gått till någon annan.').waitFor();
    const faults = await findFaults(page);
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Ansvaret är sparat och gäller från nu.').waitFor();

    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('a contractor is shown without secrets', async () => {
    const { page } = await visit('/desk/contractors');
    const first = page.getByRole('region', { name: 'Stadens servicedesk' });
    await first.getByText('Fler inställningar (värdena visas inte): inbox, subject_prefix').waitFor();
    await first.getByRole('listitem').filter({ hasText: 'larmkod' }).waitFor();
  });
});
