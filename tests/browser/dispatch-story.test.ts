import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { latest, play, ready, say } from '../support/browser-play.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';

/** Where the pictures of the story go, to be looked at by a person. */
const pictures = join(tmpdir(), 'vaktis-dispatch-story');

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'a day of dispatch, in Chromium', () => {
  let browser: Browser;
  let app: SimulatedApp;
  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    [browser, app] = await Promise.all([launchBrowser(), startSimulatedApp({ running: true, stored: true })]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });

  test('two technicians and a dispatcher: a promise, a sick call, the board, the end of it', {
    timeout: 180_000,
  }, async () => {
    const { page, errors } = await openPage(browser, { viewport: { width: 1500, height: 1050 } });
    await page.goto(app.url);
    await ready(page);
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    const mona = await play(page, 'Samordnare', 'Mona Grahn');
    await say(page, 'Samordnare', 'tavlan');
    await mona.getByText('Inget behöver någon just nu.').waitFor();

    // The report is on the technician's card and on the board, without anybody asking for it.
    await say(page, 'Personal', 'Projektorn i lekhallen är svart, jag vill prata med en människa');
    await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
    await mona.getByText(/Obesvarat · Ärende VK-1001/).waitFor();

    await latest(karin, 'Jag tar det').click();
    await hanna
      .getByText(/Karin Lind har tagit det här och räknar med att vara hos er ca \d\d\.\d\d/)
      .waitFor();
    await mona.getByText('Inget behöver någon just nu.').waitFor();
    await karin.getByText(/De väntar dig ca \d\d\.\d\d/).waitFor();
    await shoot(page, '1-promised');

    await latest(karin, '+15 min').click();
    await hanna.getByText(/Karin Lind räknar med att vara hos er ca/).waitFor();

    // She falls ill: one press, and the colleague, the requester and the dispatcher know.
    await say(page, 'Tekniker', 'jag är sjuk idag');
    await karin.getByText('Ett ärende går till en kollega.').waitFor();
    await latest(karin, 'Ja, jag är borta').click();
    await karin.getByText(/VK-1001 går till Omar Haddad/).waitFor();
    await hanna.getByText('Ditt ärende har gått vidare till Omar Haddad').waitFor();
    await mona.getByText('Karin Lind är borta').waitFor();
    await shoot(page, '2-ill');
    await say(page, 'Personal', 'vem har jour nu för Solrosen?');
    await hanna.getByText(/Omar Haddad är i tjänst nu för Förskolan Solrosen/).waitFor();

    const omar = await play(page, 'Tekniker', 'Omar Haddad');
    await latest(omar, 'Jag tar det').click();
    await hanna.getByText(/Omar Haddad har tagit det här/).waitFor();
    await say(page, 'Tekniker', 'mina ärenden');
    await omar.getByText('Dina ärenden').waitFor();
    await omar
      .getByText(/Besök: .*vila 12–13.30/)
      .first()
      .waitFor();
    await shoot(page, '3-day');
    await latest(omar, 'Visa VK-1001').click();

    await omar.getByRole('button', { name: 'På plats', exact: true }).last().click();
    await hanna.getByText('Omar Haddad är på plats').waitFor();
    await latest(omar, 'Klar').click();
    await omar
      .getByRole('textbox', { name: /Vad gjorde du/ })
      .last()
      .fill('Bytte kabeln i väggluckan.');
    await latest(omar, 'Skicka, det är klart').click();
    await omar.getByText('Hade det här gått att lösa på distans?').last().waitFor();
    await latest(omar, 'Nej, på plats').click();
    await latest(hanna, 'Ja, det fungerar').click();
    await hanna.getByText(/Ärende VK-\d+ är klart/).waitFor();
    await shoot(page, '4-done');

    expect(await page.getByText('Teams säger nej (').count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('an outage: announced by the dispatcher, and the next who writes hears it at once', async () => {
    const { page, errors } = await openPage(browser, { viewport: { width: 1500, height: 1050 } });
    await page.goto(app.url);
    await ready(page);
    const mona = await play(page, 'Samordnare', 'Mona Grahn');
    const amina = await play(page, 'Personal', 'Amina Osman');
    await say(page, 'Samordnare', 'Driftinfo: Nätet är nere överallt till klockan tolv.');
    await latest(mona, 'Ja, meddela alla').click();
    await mona.getByText(/^Meddelat\./).waitFor();
    await say(page, 'Personal', 'internet är nere i hela huset, ingen kommer ut på nätet');
    await amina.getByText('Det här är redan anmält').first().waitFor();
    await amina.getByText('Nätet är nere överallt till klockan tolv.').first().waitFor();
    await shoot(page, '5-outage');
    expect(await page.getByText('Teams säger nej (').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
