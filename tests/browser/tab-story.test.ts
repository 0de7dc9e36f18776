import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import type { TryResult } from '#bot/web/api/contract/try-contract.ts';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTabApp, type TabApp } from '../support/tab-app.ts';
import { goTo, visitTab } from '../support/visit-tab.ts';

const printer = '/notes/solrosen/skrivaren';

/** The tab against the whole app on the demo district: what is written is what the bot answers with. */
describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'the tab and the bot together', () => {
  let browser: Browser;
  let app: TabApp;
  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startTabApp()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => closePages(browser));

  const visit = (at: string, as = 'karin.lind') => visitTab(browser, app, { as, at });
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
  const ask = (text: string) =>
    app.api<TryResult>('karin.lind', 'POST', '/try', {
      asUpn: 'hanna.nilsson@ekbacken.example',
      siteId: 'solrosen',
      text,
      at: null,
      draft: null,
    });

  test('a new note is written, published, and answered with', async () => {
    const { page, errors } = await visit('/notes/new');
    await page.getByRole('combobox', { name: 'Var hör den hemma?' }).selectOption('Förskolan Solrosen');
    await field(page, 'Rubrik').fill('Ljusbordet i ateljén');
    await page.getByRole('combobox', { name: 'Kategori' }).selectOption('Något annat');
    await page.getByRole('textbox', { name: 'Lägg till något som folk säger' }).fill('ljusbordet tänds inte');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lägg till ett steg' }).click();
    await field(page, 'Steg 1').fill('Vrid på knappen under bordet.');
    await page
      .getByRole('region', { name: 'Kortet som personalen ser' })
      .getByText('Vrid på knappen')
      .waitFor();
    await page.getByRole('button', { name: 'Spara som utkast' }).click();
    await heading(page, 'Ljusbordet i ateljén');
    const asDraft = await ask('ljusbordet tänds inte');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByText('Notisen är publicerad och finns i chatten.').waitFor();
    const asPublished = await ask('ljusbordet tänds inte');

    expect(asDraft.notes.map(({ title }) => title)).not.toContain('Ljusbordet i ateljén');
    expect([asPublished.decision, asPublished.notes[0]?.title]).toEqual(['answer', 'Ljusbordet i ateljén']);
    expect(errors).toEqual([]);
  });

  test('what two people changed in different places is merged without a question', async () => {
    const karin = await visit(`${printer}/edit`);
    const elin = await visit(`${printer}/edit`, 'elin.sjoberg');
    await field(karin.page, 'Varning').fill('Akta fingrarna i luckan.');
    await field(elin.page, 'Efter stegen').fill('Toner finns i förrådet.');
    await save(karin.page);
    await heading(karin.page, 'Skrivaren i personalrummet');
    await save(elin.page);

    await elin.page.getByText(/Det som någon annan ändrade är också kvar: varning/).waitFor();
    const { content } = await app.api<NoteDetail>('karin.lind', 'GET', printer);
    expect([content.warning, content.outro]).toEqual(['Akta fingrarna i luckan.', 'Toner finns i förrådet.']);
  });

  test('what both changed is decided, and the history shows it and takes it back', async () => {
    const karin = await visit(`${printer}/edit`);
    const { page } = await visit(`${printer}/edit`, 'elin.sjoberg');
    await field(karin.page, 'Inledning').fill('Karins ord.');
    await field(page, 'Inledning').fill('Elins ord.');
    await save(karin.page);
    await heading(karin.page, 'Skrivaren i personalrummet');
    await save(page);
    await heading(page, 'Ni har ändrat samma sak');
    await page.getByRole('radio', { name: 'Ditt' }).check();
    await page.getByRole('button', { name: 'Spara så här' }).click();
    await heading(page, 'Skrivaren i personalrummet');
    await page.getByText('Elins ord.').waitFor();

    await goTo(page, `${printer}/history`);
    const faults = await findFaults(page);
    await page.getByRole('deletion').getByText('Karins').first().waitFor();
    await page.getByRole('button', { name: 'Återställ hit' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Återställ hit' }).click();
    await page.getByText('Karins ord.').waitFor();
    expect(faults).toEqual([]);
  });

  test('a password is refused by the server, at its field, and never comes back in words', async () => {
    const { page } = await visit(`${printer}/edit`);
    await field(page, 'Efter stegen').fill('Lösenord: Sommar2026!');
    await save(page);
    await page.getByRole('alert').getByText('behöver ändras innan det kan sparas').waitFor();

    const fault = page.locator('#field-outro .fui-Field__validationMessage').getByText(/lösenord/i);
    expect(await fault.count()).toBe(1);
    expect(await page.locator('.editor-bar').textContent()).not.toContain('Sommar2026');
    await page.getByRole('button', { name: 'Kasta ändringarna' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kasta ändringarna' }).click();
    await heading(page, 'Skrivaren i personalrummet');
  });

  test('a draft follows from one computer to another', async () => {
    const { page } = await visit(`${printer}/edit`);
    await field(page, 'Inledning').fill('Påbörjat på jobbet.');
    await page.getByText(/Utkastet sparat \d/).waitFor();
    const elsewhere = await visit(`${printer}/edit`);

    await elsewhere.page.getByText('Här är det du skrev').waitFor();
    expect(await field(elsewhere.page, 'Inledning').inputValue()).toBe('Påbörjat på jobbet.');
    await elsewhere.page.getByRole('button', { name: 'Kasta det' }).click();
    await heading(elsewhere.page, 'Skrivaren i personalrummet');
    expect((await app.api<NoteDetail>('karin.lind', 'GET', printer)).draft).toBeNull();
  });

  test('what is being written is tried with a question, and is still there afterwards', async () => {
    const { page } = await visit(`${printer}/edit`);
    await page.getByRole('textbox', { name: 'Lägg till något som folk säger' }).fill('den gula lampan lyser');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Prova att fråga' }).click();
    await heading(page, 'Prova');
    await page.goBack();
    await page.getByText('Här är det du skrev').waitFor();

    expect(await page.getByRole('button', { name: 'Ta bort den gula lampan lyser' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Kasta det' }).click();
    await heading(page, 'Skrivaren i personalrummet');
  });

  test('still true is one press, with who and how', async () => {
    const { page } = await visit(printer);
    await page.getByRole('button', { name: 'Stämmer fortfarande' }).click();
    await page.getByText('Tack! Notisen är bekräftad i dag.').waitFor();

    await page.getByText(/november 2026, Karin Lind i fliken/).waitFor();
  });

  test('a head of site writes at their own site and only reads at others', async () => {
    const { page } = await visit(printer, 'annelie.berg');
    const edits = page.getByRole('link', { name: 'Redigera' });
    const atHome = await edits.count();
    await goTo(page, '/notes/ekskolan/aulan-ljud');
    const elsewhere = await edits.count();
    await goTo(page, '/notes?site=ekskolan');

    expect([atHome, elsewhere, await page.getByRole('link', { name: 'Ny notis' }).count()]).toEqual([
      1, 0, 0,
    ]);
  });

  test('a picture is sent, shown with its description, and kept', async () => {
    const { page, errors } = await visit(`${printer}/edit`);
    await page
      .getByRole('toolbar', { name: /Efter stegen/ })
      .getByRole('button', { name: 'Bild' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till en bild' });
    const picture = Buffer.from(smallPicture, 'base64');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'kabel.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByRole('textbox', { name: 'Beskriv bilden' }).fill('Den vita kabeln');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await save(page);

    await page.getByRole('img', { name: 'Den vita kabeln' }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('a link opens the note it names', async () => {
    const { page } = await visit('/notes');
    await page.goto(
      app.address({ as: 'karin.lind', at: '' }).replace('#', '&link=note-solrosen%2Fskrivaren'),
    );
    await heading(page, 'Skrivaren i personalrummet');
    expect(new URL(page.url()).hash).toBe('#/notes/solrosen/skrivaren');
  });
});

/** Two by two, red. */
const smallPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';
