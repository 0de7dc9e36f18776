import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chromiumPath, closePages, launchBrowser, openPage } from '../support/browser.ts';
import { faultsHeard } from '../support/faults-heard.ts';
import { findFaults } from '../support/find-faults.ts';
import { listenIn } from '../support/listen-in.ts';
import { describeWith } from '../support/needs.ts';
import { readAloud, readFocus } from '../support/read-aloud.ts';
import {
  buildPerson,
  type SimulatorOnLoopback,
  startSimulator,
  technician,
} from '../support/simulator-on-loopback.ts';
import { startTab, type TabOnLoopback } from '../support/tab-on-loopback.ts';
import { fitsAcross, goTo, settled, visitTab } from '../support/visit-tab.ts';
import { type Stop, walkByKeyboard } from '../support/walk-by-keyboard.ts';

/** WCAG 1.4.10: as wide as a window of 1280 is at 400 %. */
const reflow: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
/** WCAG 1.4.4: as much as fits at 200 %. */
const zoomed: BrowserContextOptions = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
/** CSS pixels. WCAG 2.1 AA asks for none; 2.2 for 24, or as much with the space around, which Fluent UI's arrows of 20 have. */
const smallestTarget = 20;

const faultsOf = (stops: readonly Stop[]) =>
  stops.flatMap(({ name, role, isMarked, width, height, isInline }) => [
    ...(name === '' ? [`${role}: has no name`] : []),
    ...(isMarked ? [] : [`${role} ${name}: one does not see the focus`]),
    ...(isInline || Math.min(width, height) >= smallestTarget
      ? []
      : [`${role} ${name}: ${width} × ${height}`]),
  ]);

/** What still moves though the person asked for less of it. */
const moving = (page: Page) =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && Number(one.effect?.getTiming().duration) > 10).length,
  );

describeWith(
  { name: 'Chromium', present: chromiumPath !== null },
  'with keyboard, zoom and own colours',
  () => {
    let browser: Browser;
    let tab: TabOnLoopback;
    let house: SimulatorOnLoopback;
    beforeAll(async () => {
      const people = async () => [buildPerson(), technician];
      [browser, tab, house] = await Promise.all([
        launchBrowser(),
        startTab(),
        startSimulator({ listPeople: people }),
      ]);
    }, 180_000);
    afterEach(() => closePages(browser));
    afterAll(async () => {
      await browser?.close();
      await Promise.all([tab?.close(), house?.close()]);
    });

    const views = ['/notes/solrosen/skrivaren', '/notes/new', '/insights'];
    const openSimulator = async (options: BrowserContextOptions) => {
      const { page } = await openPage(browser, options);
      await page.goto(house.url);
      await page.locator('body[data-ready]').waitFor();
      return page;
    };
    const openView = async (at: string, options: BrowserContextOptions) =>
      (await visitTab(browser, tab, { as: at === '/insights' ? 'ines.admin' : 'eva.editor', at }, options))
        .page;
    const pages = [
      ['simulator', openSimulator],
      ...views.map((at) => [at, (options: BrowserContextOptions) => openView(at, options)] as const),
    ] as const;

    test.each(pages)(
      '%s: nothing sticks out at 320 px and zoomed to double, and nothing is lost',
      async (_, open) => {
        for (const options of [reflow, zoomed]) {
          const page = await open(options);
          expect(await fitsAcross(page)).toBe(true);
          expect(await findFaults(page)).toEqual([]);
        }
      },
    );

    test('whoever writes a note is told what may not stand in it, by keyboard as well', async () => {
      const page = await openView('/notes/new', reflow);
      const summary = page.getByText('Innan du skriver en notis');
      await summary.focus();
      await page.keyboard.press('Enter');
      await page.getByText('En notis är en allmän handling när den är publicerad.').waitFor();
      await page.getByText('18 kap. 8 § OSL').waitFor();
      expect(await fitsAcross(page)).toBe(true);
      expect(await findFaults(page)).toEqual([]);
    });

    test.each(pages)(
      '%s: Tab comes to all and round again; each stop is named, seen and large enough',
      async (_, open) => {
        const stops = await walkByKeyboard(await open({}));
        expect(stops.length).toBeGreaterThan(3);
        expect(faultsOf(stops)).toEqual([]);
      },
    );

    test.each(pages)(
      '%s: the focus is seen in forced colours, and nothing moves for who asked for less',
      async (_, open) => {
        const page = await open({ forcedColors: 'active', reducedMotion: 'reduce' });
        const stops = await walkByKeyboard(page);
        expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
        expect(await moving(page)).toBe(0);
      },
    );

    const heardViews = [
      '/notes/new',
      '/notes',
      '/notes/solrosen/skrivaren',
      '/notes/solrosen/skrivaren/edit',
      '/work',
      '/work/unanswered',
      '/try',
      '/desk/sites',
      '/desk/responsibility',
      '/desk/rota',
      '/desk/contractors',
      '/exchange',
      '/insights/help',
    ];
    test('every view of the tab is heard with names, and whoever comes there hears where they are', async () => {
      const { page } = await visitTab(browser, tab, { as: 'ines.admin', at: '/insights' });
      const faults: string[] = [];
      for (const at of heardViews) {
        await goTo(page, at);
        const focus = await readFocus(page);
        if (!/^heading 1 “.{4,}”$/.test(focus)) faults.push(`${at}: the focus is at ${focus}`);
        faults.push(...faultsHeard(await readAloud(page)).map((fault) => `${at}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });

    test('the tab says what came of what one does, and the focus is never lost', async () => {
      const { page } = await visitTab(browser, tab, { as: 'ines.admin', at: '/desk/sites' });
      const heard = await listenIn(page);
      await page.getByRole('link', { name: 'Ansvar', exact: true }).press('Enter');
      await settled(page);
      await expect.poll(() => readFocus(page)).toBe('heading 1 “Helpdesken: Ansvar”');

      await goTo(page, '/notes');
      await heard();
      await page.getByRole('searchbox', { name: 'Sök bland notiserna' }).fill('skrivaren');
      await expect.poll(heard).toEqual([expect.stringMatching(/^\d+ notiser$/)]);

      await goTo(page, '/notes/solrosen/skrivaren/edit');
      const heading = page.getByRole('textbox', { name: 'Rubrik', exact: true });
      await heading.fill('');
      await page.getByRole('button', { name: 'Spara' }).press('Enter');
      await expect
        .poll(() => readFocus(page))
        .toMatch(/^textbox “Rubrik” invalid=true required \(Skriv en rubrik\./);
      expect(await heard()).toContain('En sak behöver ändras innan det kan sparas.');
      await page.getByRole('textbox', { name: 'Steg 2', exact: true }).press('Alt+ArrowUp');
      await expect.poll(heard).toContain('Steget är nu nummer 1 av 3.');
      expect(await readFocus(page)).toMatch(/^textbox “Steg 1”/);

      await goTo(page, '/work');
      await page.getByRole('button', { name: 'Bra som den är' }).first().press('Enter');
      await expect.poll(heard).toContain('Borttagen ur högen: Skrivaren i personalrummet.');
      expect(await readFocus(page)).toMatch(/^heading 2|^article/);

      await goTo(page, '/insights');
      const sites = page.getByRole('combobox', { name: 'Plats', exact: true });
      await sites.focus();
      await sites.selectOption('Ekskolan');
      await expect.poll(async () => (await heard()).join(' ')).toMatch(/Ekskolan · .* ärenden och frågor/);
      expect(await readFocus(page)).toMatch(/^combobox “Plats”/);
    });
  },
);
