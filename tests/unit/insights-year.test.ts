import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { weekCard } from '#bot/insights/cards.ts';
import { findHelp } from '#bot/insights/helps/find-help.ts';
import type { Help } from '#bot/insights/helps/help.ts';
import { readSums } from '#bot/insights/read-figures.ts';
import { rebuildInsights, refreshInsights } from '#bot/insights/refresh-insights.ts';
import { sendFigures } from '#bot/jobs/weekly-figures.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import {
  CountedCases,
  FigureRevisions,
  InsightsOverview,
  MeasureBreakdown,
  MeasureSeries,
  NoteCases,
  NoteFigures,
} from '#bot/web/api/contract/insights-contract.ts';
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

/** One database for all: an engine of its own for each would cost more than all that is tried. */
async function openWorld(): Promise<ApiWorld> {
  return openApiWorld(
    desk,
    yearsNotes,
    ({ opened }) => createInsightRoutes({ insights: opened.insights, cases: opened.storage.stores.cases }),
    () => yearEnd,
  );
}

async function countYear(world: ApiWorld, planted: Planted): Promise<void> {
  await world.opened.database.query(
    'truncate cases, case_events, offers, note_outcomes, unanswered_questions, case_facts, fact_parts, part_sets, insight_cells, insight_mark, insight_months cascade',
  );
  await storeYear(world.opened, makeYear(7, planted));
  await refreshInsights(await portsOf(world));
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

let world: ApiWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('the same year with nothing planted', () => {
  it('names nothing as worth doing', async () => {
    await countYear(world, nothingPlanted);
    const help = await helpIn(world);
    expect(help).toMatchObject({
      notesToMend: [],
      contractorsToTalkTo: [],
      sitesToVisit: [],
      notesToWrite: [],
      rowToChange: null,
    });
    expect(weekCard(help, desk).things).toEqual([]);
  });
});

describe('a year with planted truths', () => {
  let help: Help;
  beforeAll(async () => {
    await countYear(world, allPlanted);
    help = await helpIn(world);
  });

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
      rowToChange: { insteadOf: 'era tekniker' },
      contractorsToTalkTo: [{ contractorName: 'Telebolaget', why: expect.stringMatching(/löften bröts/) }],
    });
  });
});

describe('figures over the API', () => {
  const get = async <S extends z.ZodType>(schema: S, upn: string, path: string) => {
    const { status, body } = await world.api.call(upn, 'get', path);
    expect(status, path).toBe(200);
    return schema.parse(body);
  };
  const dispatcher = 'dis@desk.example';
  const head = 'p2x0@desk.example';

  it('show a dispatcher everything, each with its formula', async () => {
    const { measures: shown, sees } = await get(InsightsOverview, dispatcher, '/insights?period=52-weeks');
    expect(sees).toMatchObject({ allSites: true, help: true, export: true });
    const solved = shown.find(({ measure }) => measure.id === 'self-resolved');
    expect(solved?.measure.formula).toContain('14 dagar');
    expect(solved?.figure.value).toBeGreaterThan(0.2);
    expect(solved?.figure.value).toBeLessThan(0.55);
  });

  it('show the head of a site that site alone, whatever is asked for', async () => {
    const own = await get(InsightsOverview, head, '/insights?period=52-weeks');
    expect([own.scope.siteId, own.sees.allSites]).toEqual(['plats2', false]);
    const other = await get(InsightsOverview, head, '/insights?period=52-weeks&site=plats3');
    expect(other.scope.siteId).toBe('plats2');
    const { items } = await get(
      CountedCases,
      head,
      '/insights/measures/coverage/cases?site=plats3&period=52-weeks',
    );
    expect(new Set(items.map(({ siteId }) => siteId))).toEqual(new Set(['plats2']));
    expect((await world.api.call(head, 'get', '/insights/help')).status).toBe(403);
  });

  it('show editors what notes do, and no cases', async () => {
    const { measures: shown } = await get(InsightsOverview, 'edit@desk.example', '/insights');
    expect(new Set(shown.map(({ measure }) => measure.group))).toEqual(new Set(['self-help', 'notes']));
    expect(
      (await world.api.call('edit@desk.example', 'get', '/insights/measures/coverage/cases')).status,
    ).toBe(403);
    expect((await world.api.call('p2x3@desk.example', 'get', '/insights')).status).toBe(403);
  });

  it('rest on exactly the cases that they link to', async () => {
    const { figure } = await get(MeasureSeries, dispatcher, '/insights/measures/contractor-kept');
    const { items } = await get(
      CountedCases,
      dispatcher,
      '/insights/measures/contractor-kept/cases?part=yes',
    );
    expect(items).toHaveLength(figure.count);
    const whole = await get(MeasureSeries, dispatcher, '/insights/measures/coverage?period=52-weeks');
    const weeks = whole.weeks.reduce((sum, week) => sum + week.figure.denominator, 0);
    expect(weeks).toBe(whole.figure.denominator);
  });

  it('of a note lead to the cases that it did not spare, for who may see every case', async () => {
    const { items } = await get(NoteFigures, dispatcher, '/insights/notes');
    const note = items.find(({ cases }) => cases > 5 && cases <= 50);
    const path = `/insights/notes/${note?.noteId}/cases`;
    const listed = await get(NoteCases, dispatcher, path);
    expect([listed.title, listed.items.length]).toEqual([note?.title, note?.cases]);
    expect((await world.api.call('edit@desk.example', 'get', path)).status).toBe(403);
    expect((await world.api.call(head, 'get', path)).status).toBe(403);
    expect((await world.api.call(dispatcher, 'get', '/insights/notes/no/such/cases')).status).toBe(404);
  });

  it('have every week since counting began, and no day that is still to come', async () => {
    const rare = await get(
      MeasureSeries,
      dispatcher,
      '/insights/measures/coverage?site=plats7&category=printer&period=52-weeks',
    );
    expect(rare.weeks).toHaveLength(52);
    expect(rare.weeks.some(({ figure }) => figure.denominator === 0)).toBe(true);
    expect(rare.scope.to).toBe('2026-11-23');
    const year = await get(MeasureSeries, dispatcher, '/insights/measures/coverage?period=52-weeks');
    expect([year.weeks[0]?.week, year.weeks.at(-1)?.week]).toEqual(['2025-12-01', '2026-11-23']);
    expect((await get(InsightsOverview, dispatcher, '/insights?period=2026-11')).scope.to).toBe('2026-11-23');
    expect((await get(InsightsOverview, dispatcher, '/insights?period=2026-10')).scope.to).toBe('2026-10-31');
  });

  it('are not broken down where fewer than five people are behind them', async () => {
    const load = await get(
      MeasureBreakdown,
      dispatcher,
      '/insights/measures/coverage/breakdown?by=site&period=52-weeks',
    );
    expect(load.rows).toHaveLength(12);
    const narrow = '/insights/measures/coverage/breakdown?by=category&site=plats3&category=phone';
    expect(await get(MeasureBreakdown, dispatcher, narrow)).toMatchObject({ rows: [], withheld: true });
  });

  it('go out as CSV with every formula', async () => {
    const { body, headers } = await world.api.call(dispatcher, 'get', '/insights/export?format=csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(String(body)).toContain('self-resolved');
  });

  it('of a closed month change with a trace only', async () => {
    const closed = await get(InsightsOverview, dispatcher, '/insights?period=2026-09');
    expect(closed.scope.frozen).toBe(true);
    const { database, insights } = world.opened;
    expect(await insights.revisions(null, null, 10)).toEqual([]);
    await database.query(
      `update cases set version = version + 1, updated_at = $1, data = jsonb_set(data, '{state}', '"cancelled"')
       where id = (select id from case_facts where matter = 'case' and month = '2026-09' order by at limit 1)`,
      [yearEnd],
    );
    await refreshInsights(await portsOf(world));
    const { items } = await get(FigureRevisions, dispatcher, '/insights/revisions?month=2026-09');
    expect(items.map(({ measure }) => measure.family)).toContain('resolution');
    expect(items.find(({ by }) => by === null)).toMatchObject({
      why: 'Ett ärende ändrades efteråt.',
      caseNumbers: [expect.stringMatching(/^VK-/)],
    });
    const before = items.length;
    await refreshInsights(await portsOf(world));
    expect((await get(FigureRevisions, dispatcher, '/insights/revisions?month=2026-09')).items).toHaveLength(
      before,
    );
  });

  it('of fewer than five people are not told at all, nor week by week to the head of the site', async () => {
    const { database } = world.opened;
    await database.query(`update fact_parts set person = 'one' where site_id = 'plats9'`);
    await database.query(
      `update insight_cells set people = array['one'] where by = 'site' and value = 'plats9'`,
    );
    const other = await get(InsightsOverview, dispatcher, '/insights?site=plats9');
    expect([other.scope.withheld, other.measures]).toEqual([true, []]);
    const own = await get(MeasureSeries, 'p9x0@desk.example', '/insights/measures/coverage');
    expect(own.figure.denominator).toBeGreaterThan(0);
    expect([own.weeks, own.weeksWithheld]).toEqual([[], true]);
    const sites = await get(MeasureBreakdown, dispatcher, '/insights/measures/coverage/breakdown?by=site');
    // Alone it could be told from the whole: the least of the others is told with it.
    expect([sites.rows.length, sites.tooFew?.rows]).toEqual([10, 2]);
  });

  it('are the same after counting anew from the beginning', async () => {
    const { insights } = world.opened;
    // Which five people are kept does not matter, so their pseudonyms are left out.
    const all = async () =>
      (await insights.cells({ by: 'all', weeks: null, month: null })).map(({ week, facts, tallies }) => ({
        week,
        facts,
        tallies,
      }));
    const before = await all();
    await rebuildInsights(await portsOf(world));
    expect(await all()).toEqual(before);
  });
});

describe('after an upgrade', () => {
  it('figures are the same before they are counted anew, and after, and no closed month gets a trace', async () => {
    const { database, insights } = world.opened;
    const weeks = { from: '2025-12-01', to: '2026-11-23' };
    const narrowed = [
      { site: 'plats3', category: 'network' },
      { kind: 'school', type: 'incident' },
      { area: 'norra', priority: 'low' },
    ];
    const all = async () => {
      const asked = narrowed.map((more) =>
        readSums(insights, { weeks, month: null, ...more }, { at: yearEnd }),
      );
      return (await Promise.all(asked)).map(({ facts, tallies }) => ({ facts, tallies }));
    };
    const before = await all();
    const trace = await insights.revisions(null, null, 1_000);
    await database.query('truncate fact_parts, part_sets');
    await database.query(`delete from insight_cells where by like '%+%'`);
    await database.query('update insight_mark set formulas = 1');
    expect(await all()).toEqual(before);
    await refreshInsights(await portsOf(world));
    expect(await all()).toEqual(before);
    expect(await insights.revisions(null, null, 1_000)).toEqual(trace);
  });
});

describe('cards', () => {
  it('bring three things to the dispatcher and a month to the head, each once', async () => {
    const { storage, insights } = world.opened;
    const delivered: string[] = [];
    const never = () => Promise.reject(new Error('nobody asks'));
    const ports = {
      storage,
      deskSource: world.source,
      now: () => new Date('2026-11-02T06:40:00Z'),
      newId: () => 'unused',
      logger: { info: () => undefined, warn: () => undefined },
      connectors: () => {
        throw new Error('no contractor is asked');
      },
      deliverer: {
        deliver: never,
        sweep: never,
        deliverAll: async (ids: readonly string[]) => void delivered.push(...ids),
      },
    };
    const figures = {
      insights,
      work: world.work,
      understanding: { triage: createTriage({ chooseResponsible }) },
      chooseResponsible,
    };
    await sendFigures(ports, figures);
    await sendFigures(ports, figures);
    expect(delivered.filter((id) => id.startsWith('figures-week'))).toEqual([
      'figures-week-2026-11-02-dis@desk.example',
    ]);
    expect(delivered.filter((id) => id.startsWith('figures-site'))).toHaveLength(12);
    const week = await storage.stores.deliveries.get('figures-week-2026-11-02-dis@desk.example');
    expect(JSON.stringify(week?.content)).toMatch(/"kind":"figures-week","things":\[\{.*\},\{.*\},\{/);
    const reply = week?.content.kind === 'reply' ? week.content.envelope : null;
    expect(reply).not.toBeNull();
    if (reply === null) return;
    const rendered = renderReply(reply, {
      timezone: 'Europe/Stockholm',
      now: yearEnd,
      tabUrl: (area) => `https://teams.example/${area}`,
    });
    expect(JSON.stringify(rendered.card)).toContain('https://teams.example/insights');
    expect(JSON.stringify(rendered.card)).toContain('Värt att göra den här veckan');
  });
});
