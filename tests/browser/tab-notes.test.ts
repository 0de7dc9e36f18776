import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumPath, closePages, launchBrowser, openPage } from '../support/browser.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, goTo, looks, phone, settled, visitTab } from '../support/visit-tab.ts';

const note = '/notes/solrosen/skrivaren';

/** The notes' views against the API in memory: how they look, and what is hard to bring about with a real server. */
describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'notes in the tab', () => {
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

  const visit = (at: string, options = {}, as = 'eva.editor') => visitTab(browser, tab, { as, at }, options);
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const said = (page: Page) => page.locator('output.spoken');
  const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();

  test.each(looks)('no view has an accessibility fault in %s', async (_, theme, options) => {
    const { page, errors } = await visitTab(browser, tab, { as: 'eva.editor', at: '/notes', theme }, options);
    const faults = await findFaults(page);
    const wide: string[] = [];
    const views = [
      note,
      `${note}/history`,
      '/notes/solrosen/natskapet',
      '/notes/biblioteket/avbrott-natet',
      '/nowhere',
    ];
    for (const view of [...views, `${note}/edit`, '/notes/new']) {
      await goTo(page, view);
      faults.push(...(await findFaults(page)).map((fault) => `${view}: ${fault}`));
      if (!(await fitsAcross(page))) wide.push(view);
    }
    expect([faults, wide, errors]).toEqual([[], [], []]);
  });

  test('the search finds while one types, and coming back is where one was', async () => {
    const { page } = await visit('/notes');
    await page.getByRole('searchbox', { name: 'Sök bland notiserna' }).fill('blinkar orange');
    await page.getByText('1 notis', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Skrivaren i personalrummet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skrivaren i personalrummet' }).waitFor();
    await page.goBack();

    await page.getByText('1 notis', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('blinkar orange');
  });

  test('a site of the tree narrows the list, and the address says so', async () => {
    const { page } = await visit('/notes');
    await page
      .getByRole('navigation', { name: 'Platser' })
      .getByRole('link', { name: /bibliotek/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Ekbackens bibliotek' }).waitFor();
    await page.getByRole('combobox', { name: 'Kategori' }).selectOption('Dator');
    await page.getByRole('link', { name: /Lånedatorn/ }).waitFor();

    expect(new URL(page.url()).hash).toBe('#/notes?site=biblioteket&category=workstation');
  });

  test('somebody who only reads is shown no way to write', async () => {
    const { page } = await visit(note, {}, 'per.las');
    await page.getByText('Toner ligger i skåpet').waitFor();
    expect(await page.getByRole('link', { name: 'Redigera' }).count()).toBe(0);
    expect(
      await page.getByRole('navigation', { name: 'Delar av Vaktis' }).getByRole('link').allInnerTexts(),
    ).toEqual(['Notiser']);
  });

  test('what people say, and the steps, are written with the keyboard alone', async () => {
    const { page } = await visit(`${note}/edit`);
    await page.getByRole('textbox', { name: 'Lägg till något som folk säger' }).focus();
    await page.keyboard.type('spottar tomma blad');
    await page.keyboard.press('Enter');
    await field(page, 'Steg 3').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Steget är nu nummer 2 av 3.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Steg 2');
    await page.keyboard.press('Alt+ArrowUp');

    expect(await field(page, 'Steg 1').inputValue()).toBe('Skriv ut en gång till från datorn.');
    expect(await page.getByRole('button', { name: 'Ta bort spottar tomma blad' }).count()).toBe(1);
  });

  test('a step is dragged to its place', async () => {
    const { page } = await visit(`${note}/edit`);
    const handle = page.getByTitle('Dra steg 1');
    const last = await field(page, 'Steg 3').boundingBox();
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(400, (last?.y ?? 0) + (last?.height ?? 0) - 2, { steps: 5 });
    await page.mouse.up();

    expect(await field(page, 'Steg 3').inputValue()).toMatch(/^Tryck på skärmen/);
  });

  test('the card is shown as it is written, with a warning first', async () => {
    const { page } = await visit(`${note}/edit`);
    const card = page.getByRole('region', { name: 'Kortet som personalen ser' });
    await card.getByText('Toner ligger i skåpet').waitFor();
    await field(page, 'Varning').fill('Luckan är <b>varm</b>.');

    await card.getByText('Obs! Luckan är <b>varm</b>.').waitFor();
    await page.getByRole('radio', { name: 'Bara tekniker och redaktörer' }).check();
    await page.getByText('Personalen ser inget kort').waitFor();
  });

  test('a secret is caught while it is written, and again when it is saved', async () => {
    const { page } = await visit(`${note}/edit`);
    await field(page, 'Efter stegen').fill('Lösenordet: hemligt');
    await page.getByText('Det ser ut som ett lösenord').waitFor();
    await save(page);
    await page.getByText('En sak behöver ändras innan det kan sparas.').waitFor();

    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Lösenordet: hemligt');
    expect(await findFaults(page)).toEqual([]);
  });

  test('two who changed the same thing decide field by field, and the rest is merged', async () => {
    const karin = await visit(`${note}/edit`, {}, 'karin.lind');
    const { page, errors } = await visit(`${note}/edit`);
    await field(karin.page, 'Inledning').fill('Karins inledning');
    await field(karin.page, 'Utrustning').fill('HP M480');
    await save(karin.page);
    await karin.page.getByRole('heading', { level: 1, name: 'Skrivaren i personalrummet' }).waitFor();
    await field(page, 'Inledning').fill('Evas inledning');
    await field(page, 'Varning').fill('Akta fingrarna');
    await save(page);

    await page.getByRole('heading', { level: 1, name: 'Ni har ändrat samma sak' }).waitFor();
    const faults = await findFaults(page);
    await page.getByRole('radio', { name: 'Karin Linds' }).check();
    await page.getByRole('button', { name: 'Spara så här' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skrivaren i personalrummet' }).waitFor();
    await page.getByText('Karins inledning').waitFor();
    expect(await page.getByText('Akta fingrarna').count()).toBe(1);
    expect(await page.getByText('HP M480').count()).toBe(1);
    expect(faults).toEqual([]);
    // The browser itself notes the 409.
    expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
  });

  test('while the server is gone what is typed stays, and is offered again afterwards', async () => {
    const { page } = await visit(`${note}/edit`);
    await page.context().route('**/api/v1/**', (route) => route.abort());
    await field(page, 'Inledning').fill('Skrivet i mörkret');
    await page.getByText('Vi når inte servern just nu').waitFor();
    await page.getByText('Sparat här på datorn').waitFor();
    await save(page);
    await page.getByRole('alert').getByText('Vi når inte servern').waitFor();
    await page.context().unroute('**/api/v1/**');
    await page.reload();
    await settled(page);

    await page.getByText('Här är det du skrev').waitFor();
    expect(await field(page, 'Inledning').inputValue()).toBe('Skrivet i mörkret');
    await goTo(page, '/notes');
    await page.getByText('Du har text som inte är sparad').waitFor();
  });

  test('a sign-in that runs out in the middle loses nothing', async () => {
    const { page } = await visit(`${note}/edit`);
    await page
      .context()
      .route('**/api/v1/notes/solrosen/skrivaren', (route) =>
        route.request().method() === 'PUT' ? route.fulfill({ status: 401, json: {} }) : route.continue(),
      );
    await field(page, 'Inledning').fill('Kvar efteråt');
    await save(page);

    await page.getByText('Din inloggning har gått ut').waitFor();
    expect(await field(page, 'Inledning').inputValue()).toBe('Kvar efteråt');
  });

  test('a note that was taken away meanwhile becomes a new one', async () => {
    const { page } = await visit(`${note}/edit`);
    await page
      .context()
      .route('**/api/v1/notes/solrosen/skrivaren', (route) =>
        route.request().method() === 'PUT' ? route.fulfill({ status: 404, json: {} }) : route.continue(),
      );
    await field(page, 'Inledning').fill('Räddad');
    await save(page);
    await page.getByRole('button', { name: 'Spara som ny notis' }).click();

    await page.getByRole('heading', { level: 1, name: 'Ny notis' }).waitFor();
    expect(await field(page, 'Inledning').inputValue()).toBe('Räddad');
  });

  test('a note goes out of use and comes back as a draft', async () => {
    const { page } = await visit(note);
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    const faults = await findFaults(page);
    await page.getByRole('button', { name: 'Arkivera' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ska notisen arkiveras?' });
    faults.push(...(await findFaults(page)));
    await dialog.getByRole('button', { name: 'Arkivera' }).click();
    await page.getByText('Notisen är arkiverad.').waitFor();
    await page.getByRole('button', { name: 'Ta fram igen som utkast' }).click();
    await page.getByText('Notisen är ett utkast.').waitFor();

    expect(await page.getByRole('button', { name: 'Publicera' }).count()).toBe(1);
    expect(faults).toEqual([]);
  });

  test('the writer sees which earlier questions the note would have answered', async () => {
    const { page } = await visit(`${note}/edit`);
    await page.getByRole('button', { name: 'Se efter' }).click();

    await page.getByText('3 av de senaste 214 frågorna').waitFor();
    expect(await page.getByText('fick inget svar då').count()).toBe(2);
    expect(await findFaults(page)).toEqual([]);
  });

  test('a second press while it saves makes no second note', async () => {
    const { page } = await visit('/notes/new');
    await field(page, 'Rubrik').fill('Två tryck');
    const sent: string[] = [];
    page.on(
      'request',
      (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname),
    );
    await page.getByRole('button', { name: 'Spara som utkast' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Två tryck' }).waitFor();

    expect(sent.filter((path) => path === '/api/v1/notes')).toHaveLength(1);
  });

  test('a note that is not there is told so, on a page with a heading', async () => {
    const { page } = await visit('/notes/solrosen/finns-inte');
    await page.getByRole('alert').getByText('Notisen finns inte').waitFor();
    expect(await findFaults(page)).toEqual([]);
  });

  test('a pasted picture is described before it is taken in', async () => {
    const { page, errors } = await visit(`${note}/edit`);
    await field(page, 'Inledning').focus();
    await pastePicture(page);
    const dialog = page.getByRole('dialog', { name: 'Lägg till en bild' });
    await dialog.waitFor();
    const faults = await findFaults(page);
    expect(await dialog.getByRole('button', { name: 'Lägg till' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Beskriv bilden' }).fill('Den vita kabeln');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();

    await dialog.waitFor({ state: 'hidden' });
    expect(await field(page, 'Inledning').inputValue()).toContain('![Den vita kabeln](images/');
    expect([faults, errors]).toEqual([[], []]);
  });

  test('script in a note stays text, and no picture from elsewhere is fetched', async () => {
    const { page, errors } = await visit(`${note}/edit`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const nasty =
      '<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) ![b](https://elsewhere.example/x.png)';
    await field(page, 'Inledning').fill(nasty);
    await page.getByRole('region', { name: 'Kortet som personalen ser' }).getByText('<script>').waitFor();
    await save(page);
    await page.locator('.note-body').getByText('<script>alert(1)</script>').waitFor();

    expect(await page.locator('script[src=""], .note-body img, a[href^="javascript"]').count()).toBe(0);
    expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('an enormous paste is cut where the format ends, and that is said', async () => {
    const { page } = await visit(`${note}/edit`);
    await field(page, 'Inledning').fill('å'.repeat(39_990));
    await field(page, 'Inledning').press('End');
    await page.keyboard.insertText('ö'.repeat(100_000));

    await page.getByText('Mer än så här får inte plats').waitFor();
    expect((await field(page, 'Inledning').inputValue()).length).toBe(40_000);
  });

  test('a site that was taken away meanwhile is shown by its id, and can be removed from the note', async () => {
    const { page } = await visit('/notes');
    await page.context().route('**/api/v1/sites', (route) => route.fulfill({ json: { items: [] } }));
    await page.reload();
    await settled(page);
    await goTo(page, `${note}/edit`);
    await page.getByRole('button', { name: 'Ta bort solrosen' }).click();

    expect(await page.getByRole('button', { name: 'Ta bort solrosen' }).count()).toBe(0);
  });

  test('the keyboard goes first to the content, and the focus follows to a new view', async () => {
    const { page } = await visit('/notes');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Hoppa till innehållet');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await goTo(page, note);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe('Skrivaren i personalrummet · Vaktis');
  });

  test('fifty thousand notes scroll without a pause', async () => {
    await tab.close();
    tab = await startTab(undefined, { notes: 50_000 });
    const { page } = await visit('/notes');
    await page
      .getByRole('status')
      .getByText(/50\s000 notiser/)
      .waitFor();
    for (let turn = 0; turn < 12; turn += 1) {
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, 6_000);
      await page.waitForLoadState('networkidle');
    }
    const rows = page.getByRole('list', { name: 'Notiser som passar' }).getByRole('listitem');
    const place = Number(await rows.first().getAttribute('aria-posinset'));

    expect(place).toBeGreaterThan(300);
    expect(await rows.count()).toBeLessThan(60);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('50000');
  });

  test('on a phone the form and the card take turns', async () => {
    const { page } = await visit(`${note}/edit`, phone);
    const card = page.getByRole('region', { name: 'Kortet som personalen ser' });
    const before = await card.isVisible();
    await page.getByRole('button', { name: 'Så ser det ut' }).click();

    await card.waitFor();
    expect([before, await field(page, 'Rubrik').isVisible()]).toEqual([false, false]);
  });

  test('English is all English', async () => {
    const { page } = await openPage(browser);
    await page.goto(tab.address({ as: 'eva.editor', at: `${note}/edit`, language: 'en' }));
    await settled(page);
    const text = await page.locator('.editor-form').textContent();

    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(text).toContain('What people say');
    expect(text).not.toMatch(/\b(Spara|Rubrik|Steg|Lägg till|Kategori|Ägare)\b/);
  });

  test('who is nobody yet chooses, and who has no role is told kindly', async () => {
    const { page } = await openPage(browser);
    await page.goto(tab.address({ as: 'eva.editor', at: '/notes' }).replace(/as=[^&]+&/, ''));
    await page.getByRole('link', { name: /Hanna Nilsson/ }).waitFor();
    const faults = await findFaults(page);
    await page.getByRole('link', { name: /Amina Osman/ }).click();

    await page.getByRole('heading', { name: 'Du har ingen roll här' }).waitFor();
    expect([...faults, ...(await findFaults(page))]).toEqual([]);
    expect(await said(page).count()).toBe(0);
  });
});

/** Pastes a small picture where the keyboard is, as a screenshot from the clipboard. */
function pastePicture(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const clipboardData = new DataTransfer();
    if (blob) clipboardData.items.add(new File([blob], 'skarm.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
}
