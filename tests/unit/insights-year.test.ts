import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHelp } from '#bot/insights/helps/find-help.ts';
import type { Help } from '#bot/insights/helps/help.ts';
import { refreshInsights } from '#bot/insights/refresh-insights.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { createInsightRoutes } from '#bot/web/api/insights/insight-routes.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import {
  allPlanted,
  makeYear,
  nothingPlanted,
  type Planted,
  storeYear,
  yearEnd,
  yearsDesk,
  yearsNotes,
} from '../support/seeded-year.ts';

const desk = yearsDesk();

async function openYear(planted: Planted): Promise<ApiWorld> {
  const world = await openApiWorld(
    desk,
    yearsNotes,
    ({ opened }) => createInsightRoutes({ insights: opened.insights, cases: opened.storage.stores.cases }),
    () => yearEnd,
  );
  await storeYear(world.opened, makeYear(7, planted));
  await refreshInsights(await portsOf(world));
  return world;
}

async function portsOf({ opened, source }: ApiWorld) {
  const loaded = await source.current();
  return {
    insights: opened.insights,
    desk: loaded.desk,
    noteOf: (id: string) => loaded.notes.get(id),
    at: yearEnd,
  };
}

async function helpIn({ opened, source, work }: ApiWorld): Promise<Help> {
  const help = await findHelp({
    insights: opened.insights,
    work,
    cases: opened.storage.stores.cases,
    understanding: { triage: createTriage({ chooseResponsible }) },
    chooseResponsible,
    loaded: await source.current(),
    at: yearEnd,
  });
  await opened.insights.setHelp(yearEnd, help);
  return help;
}

describe('a year with planted truths', () => {
  let world: ApiWorld;
  let help: Help;
  beforeAll(async () => {
    world = await openYear(allPlanted);
    help = await helpIn(world);
  });
  afterAll(() => world.close());

  it('names the note that does not help', () => {
    expect(help.notesToMend.map(({ noteId }) => noteId)).toEqual(['plats1/kopiatorn']);
  });

  it('names the contractor who keeps people waiting', () => {
    expect(help.contractorsToTalkTo.map(({ contractorId }) => contractorId)).toEqual(['telebolaget']);
    expect(help.contractorsToTalkTo[0]?.kept).toBeLessThan(5);
  });

  it('names the site with the dying switch, and what a visit would have spared', () => {
    expect(help.sitesToVisit.map(({ siteId, category, device }) => [siteId, category, device])).toEqual([
      ['plats3', 'network', 'switch sw-3'],
    ]);
    const [visit] = help.sitesToVisit;
    expect(visit?.changed).toBeGreaterThan(10);
    expect(visit?.changed).toBeLessThan(visit?.cases ?? 0);
  });

  it('names the note that nobody has written, by questions that it did not know', () => {
    expect(help.notesToWrite.map(({ siteId }) => siteId)).toEqual(['plats4']);
    expect(help.notesToWrite[0]?.changed).toBeGreaterThan(5);
  });

  it('names the row of the matrix that sends cases on a detour', () => {
    expect(help.rowToChange).toMatchObject({ contractorId: 'servicedesk', category: 'application' });
    expect(help.rowToChange?.changed).toBeGreaterThan(5);
  });

  it('tells all of it to a dispatcher in their own words', async () => {
    const { body } = await world.api.call('dis@desk.example', 'get', '/insights/help');
    expect(body).toMatchObject({
      sitesToVisit: [{ siteName: 'Plats3', why: expect.stringContaining('switch sw-3') }],
      contractorsToTalkTo: [{ contractorName: 'Telebolaget', why: expect.stringMatching(/löften bröts/) }],
    });
  });
});

describe('the same year with nothing planted', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await openYear(nothingPlanted);
  });
  afterAll(() => world.close());

  it('names nothing as worth doing', async () => {
    expect(await helpIn(world)).toMatchObject({
      notesToMend: [],
      contractorsToTalkTo: [],
      sitesToVisit: [],
      notesToWrite: [],
      rowToChange: null,
    });
  });
});
