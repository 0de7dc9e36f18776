import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { heapOrder } from '#knowledge/tab/views/work/heaps.ts';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, goTo, looks, phone, settled, visitTab } from '../support/visit-tab.ts';

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'work that finds you', () => {
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

  const visit = (at: string, options = {}) => visitTab(browser, tab, { as: 'karin.lind', at }, options);
  const piece = (page: Page, name: string) => page.getByRole('article', { name });
  const heapLink = (page: Page, name: RegExp) =>
    page.getByRole('navigation', { name: 'Högar' }).getByRole('link', { name });

  test.each(looks)('no heap has an accessibility fault in %s', async (_, theme, options) => {
    const { page, errors } = await visitTab(browser, tab, { as: 'karin.lind', at: '/work', theme }, options);
    const faults = await findFaults(page);
    const wide: string[] = [];
    for (const kind of heapOrder) {
      await goTo(page, `/work/${kind}`);
      faults.push(...(await findFaults(page)).map((fault) => `${kind}: ${fault}`));
      if (!(await fitsAcross(page))) wide.push(kind);
    }
    expect(faults).toEqual([]);
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('it opens at the first heap with something in it and counts them all', async () => {
    const { page } = await visit('/work');
    await page.getByRole('heading', { level: 2, name: 'Råd som inte hjälpte' }).waitFor();
    expect(await heapLink(page, /Nya ord/).textContent()).toMatch(/Nya ord\s*2/);
    expect(await page.title()).toBe('Att göra · Vaktis');
  });

  test('a suggested symptom is reworded and added with one press, and the next one has the focus', async () => {
    const { page, errors } = await visit('/work/suggestions');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    const first = piece(page, 'skrivaren spottar ut tomma blad hela tiden');
    await first.getByRole('textbox', { name: 'Orden som läggs till' }).fill('det kommer bara tomma papper');
    await first.getByRole('button', { name: 'Lägg till' }).click();
    await first.waitFor({ state: 'detached' });

    expect((await sent).postDataJSON()).toEqual({
      decision: 'accept',
      wording: 'det kommer bara tomma papper',
    });
    expect(await heapLink(page, /Nya ord/).textContent()).toMatch(/Nya ord\s*1/);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-piece')))
      .toBe('suggestion-2');
    await page.getByRole('status').getByText('Klart: skrivaren spottar ut').waitFor();
    expect(errors).toEqual([]);
  });

  test('what could not be stored stays in the heap as it was written, with a sentence', async () => {
    const { page } = await visit('/work/suggestions');
    const first = piece(page, 'skrivaren spottar ut tomma blad hela tiden');
    const words = first.getByRole('textbox', { name: 'Orden som läggs till' });
    await words.fill('något är fel');
    await first.getByRole('button', { name: 'Lägg till' }).click();
    await first.getByRole('alert').getByText('Den ligger kvar i högen').waitFor();
    expect(await words.inputValue()).toBe('något är fel');
  });

  test('a piece that somebody else took goes away with a kind word', async () => {
    const [mine, theirs] = await Promise.all([visit('/work/reviews'), visit('/work/reviews')]);
    const name = 'När trygghetslarmet piper';
    await piece(theirs.page, name).getByRole('button', { name: 'Publicera' }).click();
    await piece(theirs.page, name).waitFor({ state: 'detached' });
    await piece(mine.page, name).getByRole('button', { name: 'Senare' }).click();
    await mine.page.getByText('Någon annan har redan tagit hand om den här.').waitFor();
    await mine.page.getByText('Ingen väntar på dig.').waitFor();
  });

  test('two notes that do not agree stand side by side with what they say', async () => {
    const { page } = await visit('/work/contradictions');
    const both = piece(page, 'Gästnätet för besökare – Nätet ligger nere på torsdag morgon');
    await both.getByText('Det behövs ingen kod.').waitFor();
    await both.getByText('Stadsnätet byter en kabel.').waitFor();
    const links = await both.getByRole('link', { name: 'Öppna och rätta' }).all();
    expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual([
      '#/notes/_shared/gastnat',
      '#/notes/biblioteket/avbrott-natet',
    ]);
  });

  test('a draft from a case shows what the technician wrote and says that a machine wrote it', async () => {
    const { page } = await visit('/work/case-drafts');
    const draft = piece(page, 'Inget ljud i aulan');
    await draft.getByText('Ljudet gick till skärmen i stället för högtalarna. Bytte utgång').waitFor();
    await draft.getByText('Skrivet av en språkmodell').waitFor();
    await draft.getByText('Läs noga. Den kan ha fel.').waitFor();
    expect(await draft.getByRole('listitem').count()).toBeGreaterThan(1);
  });

  test('”Skriv notisen” opens the form with what is known', async () => {
    const { page } = await visit('/work/unanswered');
    await piece(page, 'Surfplattan laddar inte').getByRole('button', { name: 'Skriv notisen' }).click();
    await settled(page);
    expect(page.url()).toContain('#/notes/new');
    expect(await page.getByRole('textbox', { name: /Rubrik/ }).inputValue()).toBe('Surfplattan laddar inte');
  });

  test('an empty heap says something kind', async () => {
    const { page } = await visit('/work/bare-sites');
    await page.getByText('Alla platser har minst en notis.').waitFor();
  });

  test('on a phone one sees the heaps, then one of them, and finds back', async () => {
    const { page } = await visit('/work', phone);
    expect(await page.getByRole('article').count()).toBe(0);
    await heapLink(page, /Behöver ses över/).click();
    await piece(page, 'Växelns skåp').waitFor();
    await page.getByRole('link', { name: 'Tillbaka' }).click();
    await heapLink(page, /Nya ord/).waitFor();
  });

  test('in English it is all in English', async () => {
    const { page } = await visitTab(browser, tab, { as: 'karin.lind', at: '/work/stale', language: 'en' });
    await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
    await page.getByRole('button', { name: 'Still true' }).first().waitFor();
  });
});
