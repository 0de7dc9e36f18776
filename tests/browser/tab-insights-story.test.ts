import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findHelp } from '#bot/insights/helps/find-help.ts';
import { refreshInsights } from '#bot/insights/refresh-insights.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { createInsightRoutes } from '#bot/web/api/insights/insight-routes.ts';
import { createMeRoutes } from '#bot/web/api/me-routes.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import { chromiumPath, closePages, launchBrowser } from '../support/browser.ts';
import { describeWith } from '../support/needs.ts';
import { allPlanted, makeYear, storeYear, yearEnd, yearsDesk, yearsNotes } from '../support/seeded-year.ts';
import type { TabOnLoopback } from '../support/tab-on-loopback.ts';
import { startTabOver } from '../support/tab-over-api.ts';
import { goTo, visitTab } from '../support/visit-tab.ts';

/** A year with planted truths, counted by the bot and read in the tab. */
describeWith({ name: 'Chromium', present: chromiumPath !== null }, 'a year of cases in the tab', () => {
  let browser: Browser;
  let world: ApiWorld;
  let tab: TabOnLoopback;
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), openYear()]);
    tab = await startTabOver(world.api);
  }, 180_000);
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser?.close();
    await tab?.close();
    await world?.close();
  });

  const address: Pick<TabOnLoopback, 'address'> = {
    address: (place) => tab.address(place).replace('ekbacken.example', 'desk.example'),
  };
  const visit = (as: string, at: string) => visitTab(browser, address, { as, at });

  test('the dispatcher sees the switch that dies, the slow contractor and the note that does not help', async () => {
    const { page, errors } = await visit('dis', '/insights/help');
    await page.getByRole('heading', { name: /^Plats3: .*sw-3/i }).waitFor();
    await page.getByRole('heading', { name: 'Telebolaget', exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Kopiatorn på plats 1' }).waitFor();
    await goTo(page, '/insights');
    await page.getByRole('article', { name: 'Löst på egen hand, och det höll' }).waitFor();
    await page
      .getByRole('table', { name: /Vecka för vecka/ })
      .first()
      .waitFor({ state: 'attached' });
    expect(errors).toEqual([]);
  });

  test('a figure is followed to its weeks, its sites and its cases', async () => {
    const { page, errors } = await visit(
      'dis',
      '/insights/measures/resolution-incident-service?period=52-weeks',
    );
    await page.getByRole('rowheader', { name: 'Plats3' }).waitFor();
    await page.getByRole('link', { name: 'Visa ärendena' }).click();
    await page.getByRole('columnheader', { name: 'Tid', exact: true }).waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(20);
    expect(errors).toEqual([]);
  });

  test('the head of a site sees that site alone', async () => {
    const { page } = await visit('p2x0', '/insights?site=plats3');
    await page.getByText(/^Plats2 · /).waitFor();
    expect(await page.getByRole('combobox', { name: 'Plats', exact: true }).count()).toBe(0);
  });
});

async function openYear(): Promise<ApiWorld> {
  const world = await openApiWorld(
    yearsDesk(),
    yearsNotes,
    ({ opened }) => [
      ...createMeRoutes(),
      ...createInsightRoutes({ insights: opened.insights, cases: opened.storage.stores.cases }),
    ],
    () => yearEnd,
  );
  const { opened, source, work } = world;
  await storeYear(opened, makeYear(7, allPlanted));
  const loaded = await source.current();
  const { insights } = opened;
  await refreshInsights({ insights, desk: loaded.desk, noteOf: (id) => loaded.notes.get(id), at: yearEnd });
  const help = await findHelp({
    insights,
    work,
    cases: opened.storage.stores.cases,
    understanding: { triage: createTriage({ chooseResponsible }) },
    chooseResponsible,
    loaded,
    at: yearEnd,
  });
  await insights.setHelp(yearEnd, help);
  return world;
}
