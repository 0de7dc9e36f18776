import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { latest, openTools, play, ready, say, sideOf } from '../support/browser-play.ts';
import { describeWith } from '../support/needs.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';

const wide = { width: 1440, height: 1000 };
const person = 'jag vill prata med en människa';

describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'everyday stories, in Chromium', () => {
  let browser: Browser;
  let app: SimulatedApp | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await app?.close();
    app = null;
  });

  async function visit(options: { running?: boolean } = {}): Promise<{ page: Page; errors: string[] }> {
    app = await startSimulatedApp(options);
    const opened = await openPage(browser, { viewport: wide });
    await opened.page.goto(app.url);
    await ready(opened.page);
    return opened;
  }

  test('three people: the one who is asked says no, and the next takes it', async () => {
    const { page, errors } = await visit();
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    const omar = await play(page, 'Samordnare', 'Omar Haddad');
    await say(page, 'Personal', `Projektorn i lekhallen är svart, ${person}`);
    await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
    await latest(karin, 'Kan inte').click();
    await karin.getByRole('textbox').last().fill('Jag sitter i möte.');
    await latest(karin, 'Skicka nej').click();

    await latest(omar, 'Jag tar det').click();
    await hanna.getByText('Omar Haddad har tagit det här och räknar med att vara hos er').waitFor();
    expect(await karin.getByRole('button', { name: 'Jag tar det' }).count()).toBe(0);
    expect(await page.getByText('Teams säger nej (').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a message and a press that are delivered twice have one effect', async () => {
    const { page } = await visit();
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    await openTools(page, 'Personal');
    await openTools(page, 'Tekniker');
    const again = (side: 'Personal' | 'Tekniker') =>
      sideOf(page, side).getByRole('button', { name: 'Leverera det senaste igen' }).click();

    await say(page, 'Personal', `Projektorn i lekhallen är svart, ${person}`);
    await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
    await again('Personal');
    await hanna.getByText('med samma id. Boten svarade 200').waitFor();
    await latest(karin, 'Jag tar det').click();
    await hanna.getByText('Karin Lind har tagit det här och räknar med att vara hos er').waitFor();
    await again('Tekniker');
    await karin.getByText('med nytt id. Boten svarade 200').waitFor();

    expect(await hanna.getByText('Jag har skickat ärendet till Karin Lind').count()).toBe(1);
    expect(await hanna.getByText('Karin Lind har tagit det här och räknar med att vara hos er').count()).toBe(
      1,
    );
    expect(await karin.getByText('VK-1002').count()).toBe(0);
  });

  test('technicians without the app: the next is asked, and in the end the dispatcher', async () => {
    const { page } = await visit();
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const mona = await play(page, 'Samordnare', 'Mona Grahn');
    await openTools(page, 'Tekniker');
    for (const name of ['Karin Lind', 'Omar Haddad', 'Elin Sjöberg']) {
      await play(page, 'Tekniker', name);
      const installed = sideOf(page, 'Tekniker').getByRole('checkbox', { name: 'Appen är installerad' });
      await installed.uncheck();
      await sideOf(page, 'Tekniker').getByText(`Vaktis kan inte nå ${name} i Teams`).waitFor();
    }
    await say(page, 'Personal', `Projektorn i lekhallen är svart, ${person}`);

    await hanna.getByText('Ditt ärende har gått vidare till Mona Grahn').waitFor();
    await latest(mona, 'Jag tar det').click();
    await hanna.getByText('Mona Grahn har tagit ditt ärende').waitFor();
  });

  test('a night: it waits for the morning, and nobody is woken', async () => {
    const { page } = await visit({ running: true });
    const hanna = await play(page, 'Personal', 'Hanna Nilsson');
    const karin = await play(page, 'Tekniker', 'Karin Lind');
    const clock = page.getByRole('combobox', { name: 'Botens klocka' });
    await clock.selectOption({ label: 'I natt kl. 2' });
    await say(page, 'Personal', `Projektorn i lekhallen är svart, ${person}`);
    await hanna
      .getByText(/07\.30/)
      .first()
      .waitFor();
    const atNight = await karin.getByRole('button', { name: 'Jag tar det' }).count();

    await clock.selectOption({ label: 'En vardag kl. 10' });
    await latest(karin, 'Jag tar det').waitFor();
    expect(atNight).toBe(0);

    // Nobody answers within the desk's time: the next is asked.
    const omar = await play(page, 'Samordnare', 'Omar Haddad');
    const forward = page.getByRole('button', { name: 'Spola fram: +15 min' });
    for (let quarter = 0; quarter < 16; quarter += 1) await forward.click();
    await latest(omar, 'Jag tar det').waitFor();
    await hanna.getByText('Omar Haddad').first().waitFor();
  });
});
