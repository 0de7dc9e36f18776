import { categories } from '#bot/desk/category.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { siteKinds } from '#bot/desk/site.ts';
import { kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { InsightsOverview } from '#bot/web/api/contract/insights-contract.ts';
import { sites } from './desk-data.ts';
import { breakDown } from './insights-breakdown.ts';
import { chance, figureOf, mattersOf, type Slice } from './insights-figures.ts';
import { noteFigures, revisionsIn, whatHelps } from './insights-help.ts';
import { measureText, type PlayedMeasure, playedMeasures } from './insights-measures.ts';
import { scopeOf, seesOf, sliceOf } from './insights-scope.ts';
import { monthsUntil, weeksOf } from './insights-weeks.ts';
import { type Answer, type Asked, ok, page, type Route, refuse } from './route.ts';

/** Figures. The area `fel` cannot be counted, and in `tom` nothing has happened yet: to see what is then shown. */
export function insightsRoutes({ now }: { now: () => Date }): readonly Route[] {
  const route = (path: string, answer: (asked: Asked, weeks: readonly string[]) => Answer): Route => ({
    method: 'GET',
    path: `/insights${path}`,
    answer: (asked) => {
      if (asked.query.get('area') === 'fel') return refuse(503, 'unavailable');
      if (seesOf(asked.person) === null) return refuse(403, 'not-allowed');
      return answer(asked, weeksOf(asked.query.get('period') ?? '13-weeks', now()).mondays);
    },
  });
  const ofMeasure = (path: string, answer: (asked: Asked, measure: PlayedMeasure) => unknown) =>
    route(`/measures/:id${path}`, (asked) => {
      const measure = playedMeasures.find(({ id }) => id === asked.params.id);
      if (measure === undefined) return refuse(404, 'not-found');
      const answered = answer(asked, measure);
      return 'status' in Object(answered) ? (answered as Answer) : ok(answered);
    });
  const shared = (asked: Asked, measure: PlayedMeasure) => ({
    scope: scopeOf(asked, now()),
    measure: measureText(measure, asked.language),
  });
  const weeksAsked = ({ query }: Asked) => weeksOf(query.get('period') ?? '13-weeks', now()).mondays;
  return [
    route('', (asked, weeks) => ok(overviewOf(asked, weeks, now()))),
    route('/help', ({ language }) => ok(whatHelps(language))),
    route('/notes', ({ query }) => pageOf(noteFigures, query, { from: '2026-08-25', to: '2026-11-22' })),
    route('/notes/:folder/:name/cases', (asked) => {
      const noteId = `${asked.params.folder}/${asked.params.name}`;
      const note = noteFigures.find((one) => one.noteId === noteId);
      const coverage = playedMeasures.find(({ id }) => id === 'coverage');
      if (note === undefined || coverage === undefined) return refuse(404, 'not-found');
      const items = casesOf(asked, coverage)
        .slice(0, note.cases)
        .map((item) => ({ ...item, number: item.number ?? 'V-900', part: null }));
      return pageOf(items, asked.query, { noteId, title: note.title, from: '2026-08-25', to: '2026-11-22' });
    }),
    route('/revisions', ({ query, language }) => {
      const month = query.get('month');
      return pageOf(
        revisionsIn(language).filter((one) => month === null || one.month === month),
        query,
      );
    }),
    route('/export', ({ query }) => ({ status: 200, ...fileOf(query.get('format') ?? 'csv') })),
    ofMeasure('', (asked, measure) => {
      const slice = sliceOf(asked);
      const weeks = weeksAsked(asked);
      return {
        ...shared(asked, measure),
        figure: figureOf(measure, slice, weeks),
        weeks: weeks.map((week) => ({ week, figure: figureOf(measure, slice, [week]) })),
        weeksWithheld: false,
      };
    }),
    ofMeasure('/breakdown', (asked, measure) => ({
      ...shared(asked, measure),
      ...breakDown(asked, measure, sliceOf(asked), weeksAsked(asked)),
    })),
    ofMeasure('/cases', (asked, measure) =>
      pageOf(casesOf(asked, measure), asked.query, shared(asked, measure)),
    ),
  ];
}

function overviewOf(asked: Asked, weeks: readonly string[], now: Date): InsightsOverview {
  const slice = sliceOf(asked);
  const scope = scopeOf(asked, now);
  const isYear = weeks.length > 26;
  const before = weeks.map((week) => addWeeks(week, -weeks.length));
  const sees = seesOf(asked.person);
  return {
    scope,
    measures: (scope.withheld ? [] : playedMeasures).map((measure) => ({
      measure: measureText(measure, asked.language),
      figure: figureOf(measure, slice, weeks),
      before: isYear ? null : figureOf(measure, slice, before),
    })),
    sees: sees ?? { allSites: false, sites: [], help: false, notes: false, export: false },
    choices: {
      months: [...monthsUntil(now)],
      areas: [...new Set(sites.map(({ area }) => area))],
      kinds: [...siteKinds],
    },
  };
}

function addWeeks(monday: string, weeks: number): string {
  return new Date(Date.parse(monday) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

/** Lists of figures have no total. */
function pageOf(items: readonly unknown[], query: URLSearchParams, more: object = {}): Answer {
  const { body, ...answer } = page(items, query);
  return { ...answer, body: { ...more, ...Object(body) } };
}

function casesOf({ query, language }: Asked, measure: PlayedMeasure) {
  const slice: Slice = Object.fromEntries(query);
  const open = sites.filter(({ id }) => (slice.site ?? id) === id);
  const wanted = query.get('part') ?? 'all';
  const names = kindTexts[language].category;
  const all = Array.from(
    { length: Math.min(64, mattersOf(slice, ['2026-11-02', '2026-11-09'])) },
    (_, index) => {
      const luck = chance(`${measure.id} ${index}`);
      const site = open[Math.floor(luck * open.length)];
      const category = categories[Math.floor(luck * 97) % 8] ?? 'other';
      return {
        id: `case-${index}`,
        number: luck > 0.8 ? null : `V-${1042 - index}`,
        at: new Date(Date.parse('2026-11-20T09:00:00Z') - index * 31_000_000).toISOString(),
        siteId: site?.id ?? null,
        siteName: site?.name ?? null,
        category: names[category],
        priority: priorityLevels[Math.floor(luck * 31) % 4] ?? null,
        type: luck > 0.6 ? 'service-request' : 'incident',
        part: measure.unit !== 'share' ? null : luck < measure.usual ? 'yes' : 'no',
        value: measure.unit === 'time' ? Math.round(measure.usual * (0.3 + 2 * luck)) : null,
      };
    },
  );
  return all.filter(({ part }) => wanted === 'all' || part === null || part === wanted);
}

function fileOf(format: string): Pick<Answer, 'bytes' | 'type'> {
  const text = format === 'json' ? '{"measures":[]}' : 'measure;value\r\n';
  return { bytes: new TextEncoder().encode(text), type: format === 'json' ? 'application/json' : 'text/csv' };
}
