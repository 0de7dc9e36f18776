import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, looks, visitTab } from '../support/visit-tab.ts';

const file = (name: string, bytes = '# Rubrik\n\nText.') => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(bytes),
});

describeWith(
  { name: 'Chromium', present: chromiumPath !== null },
  'trying, bringing in and taking out',
  () => {
    let browser: Browser;
    let tab: TabOnLoopback;
    beforeAll(async () => {
      [browser, tab] = await Promise.all([launchBrowser(), startTab()]);
    }, 180_000);
    afterEach(() => closePages(browser));
    afterAll(async () => {
      await browser?.close();
      await tab?.close();
    });

    const visit = (at: string, as = 'ines.admin') => visitTab(browser, tab, { as, at });
    const ask = async (page: Page, text: string) => {
      await page.getByRole('textbox', { name: /Vad skriver personen/ }).fill(text);
      await page.getByRole('main').getByRole('button', { name: 'Prova', exact: true }).click();
    };
    const read = (page: Page, ...files: ReturnType<typeof file>[]) =>
      page.locator('input[type=file]').setInputFiles(files);

    test.each(looks)('they have no accessibility fault in %s', async (_, theme, options) => {
      const trial = await visitTab(browser, tab, { as: 'ines.admin', at: '/try', theme }, options);
      await ask(trial.page, 'projektorn är svart');
      await trial.page
        .getByRole('region', { name: 'Kortet som personalen ser' })
        .getByText('vita', { exact: true })
        .waitFor();
      const exchange = await visitTab(browser, tab, { as: 'ines.admin', at: '/exchange', theme }, options);
      const before = await findFaults(exchange.page);
      // Where a view is short the room that is left stays with it, and the foot is at most its two rows.
      const foot = await exchange.page.getByRole('complementary', { name: 'Simulatorns val' }).boundingBox();
      expect(foot?.height).toBeLessThan(100);
      await read(exchange.page, file('notiser.md'));
      await exchange.page.getByText('4 notiser hittades i notiser.md').waitFor();

      expect([...(await findFaults(trial.page)), ...before, ...(await findFaults(exchange.page))]).toEqual(
        [],
      );
      expect([await fitsAcross(trial.page), await fitsAcross(exchange.page)]).toEqual([true, true]);
      expect([...trial.errors, ...exchange.errors]).toEqual([]);
    });

    test('one asks as anybody, anywhere, in the evening, and sees decision, reason, notes and card', async () => {
      const { page } = await visit('/try');
      await page.getByRole('combobox', { name: 'Vem frågar?' }).focus();
      await page.keyboard.type('Amina');
      await page.getByRole('option', { name: /Amina Osman/ }).click();
      await page.getByRole('combobox', { name: 'Var?' }).selectOption('Förskolan Granen');
      await page.getByRole('combobox', { name: 'När?' }).selectOption('En kväll');
      const sent = page.waitForRequest((request) => request.url().endsWith('/try'));
      await ask(page, 'projektorn är svart');
      const result = page.getByRole('region', { name: 'Så skulle Vaktis göra' });
      await result.getByText('Svarar med ett råd').waitFor();
      await result.getByText(/^Karin Lind/).waitFor();
      await result.getByText('91 % träff').waitFor();
      await result.getByText('”projektorn” och ”svart” står bland orden').waitFor();

      expect((await sent).postDataJSON()).toMatchObject({
        asUpn: 'amina.osman@ekbacken.example',
        siteId: 'granen',
        at: expect.stringMatching(/T1[78]:30:00\.000Z$/),
        draft: null,
      });
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('try-result');
    });

    test('a question without words is sent back, and one that fails stays written', async () => {
      const { page } = await visit('/try');
      await ask(page, ' ');
      await page
        .getByRole('main')
        .getByRole('alert')
        .getByText('Skriv vad personen frågar.')
        .first()
        .waitFor();
      await ask(page, 'något är fel');
      await page.getByText('Servern kan inte svara just nu.').waitFor();
      expect(await page.getByRole('textbox', { name: /Vad skriver/ }).inputValue()).toBe('något är fel');
    });

    test('a file is looked through: faults and likeness are said, titles and sites changed, the rest become drafts', async () => {
      const { page } = await visit('/exchange');
      await read(page, file('notiser.md'));
      await page.getByText('Två bilder kunde inte läsas.').waitFor();
      await page.getByText('1 vald', { exact: true }).waitFor();
      await page.getByRole('link', { name: /Säger nästan samma som ”Skrivaren i personalrummet”/ }).waitFor();
      const first = page.getByRole('article', { name: 'Laminatorn' });
      await first.getByRole('combobox', { name: 'Plats' }).selectOption('Förskolan Granen');
      await first.getByRole('textbox', { name: 'Rubrik' }).fill('Laminatorn i verkstan');
      const untitled = page.getByRole('article').nth(2);
      await untitled.getByRole('checkbox').check();
      await page.getByRole('alert').getByText('1 vald notis behöver rättas först.').waitFor();
      await untitled.getByRole('textbox', { name: 'Rubrik' }).fill('Tyst telefon');
      const sent = page.waitForRequest((request) => request.url().endsWith('/import'));
      await page.getByRole('button', { name: 'Spara 2 utkast' }).click();
      await page.getByText('2 utkast är sparade.').waitFor();

      expect((await sent).postDataJSON().notes).toMatchObject([
        { folder: 'granen', content: { title: 'Laminatorn i verkstan', sites: ['granen'] } },
        { folder: '_shared', content: { title: 'Tyst telefon', sites: [] } },
      ]);
    });

    test.each([
      ['bild.png', 'x', 'Den sortens fil går inte att läsa här.'],
      ['tomt.docx', '', 'Filen är tom.'],
      ['fel.docx', 'not a zip', 'Det är inte en Word-fil. Spara den som .docx.'],
    ])('%s is sent back with what to do', async (name, bytes, sentence) => {
      const { page } = await visit('/exchange');
      await read(page, file(name, bytes));
      await page.getByRole('alert').getByText(sentence).waitFor();
      await page.getByRole('button', { name: 'Välj en fil' }).waitFor();
    });

    test('drafts that could not be stored are still there to be saved again', async () => {
      const { page } = await visit('/exchange');
      await read(page, file('notiser.md'));
      const title = page.getByRole('article').first().getByRole('textbox', { name: 'Rubrik' });
      await title.fill('Det går inte');
      await page.getByRole('button', { name: 'Spara 1 utkast' }).click();
      await page.getByText('Utkasten kunde inte sparas. Dina val finns kvar.').waitFor();
      expect(await title.inputValue()).toBe('Det går inte');
    });

    test('the desk is downloaded as a zip, by an admin only', async () => {
      const [admin, editor] = await Promise.all([visit('/exchange'), visit('/exchange', 'eva.editor')]);
      const download = admin.page.waitForEvent('download');
      await admin.page.getByRole('button', { name: 'Ladda ner allt' }).click();
      expect((await download).suggestedFilename()).toMatch(/^vaktis-\d{4}-\d\d-\d\d\.zip$/);
      expect(await editor.page.getByRole('button', { name: 'Ladda ner allt' }).count()).toBe(0);
    });
  },
);
