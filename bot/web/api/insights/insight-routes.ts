import { z } from 'zod';
import { NotAllowed } from '#bot/errors.ts';
import { messages } from '#bot/i18n/messages.ts';
import { comesBackWithin } from '#bot/insights/facts/fact.ts';
import { measureText } from '#bot/insights/measures/measure-text.ts';
import { figureOf } from '#bot/insights/measures/tally.ts';
import {
  BreakdownBy,
  CountedCases,
  FigureRevisions,
  InsightsFilter,
  InsightsOverview,
  MeasureBreakdown,
  MeasureSeries,
  NoteCases,
  NoteFigures,
  WhatHelps,
} from '../contract/insights-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { breakDown } from './break-down.ts';
import { createExportRoute } from './export-route.ts';
import { findScope, measureSeen, seesNotes } from './find-scope.ts';
import type { InsightPorts } from './insight-ports.ts';
import { listCases } from './list-cases.ts';
import { listRevisions } from './list-revisions.ts';
import { noteCases, noteFigures } from './note-figures.ts';
import { showHelp } from './show-help.ts';
import { weekByWeek } from './week-by-week.ts';

const access = 'see-insights';
const Id = z.object({ id: z.string().max(60) });

/** Figures with their formulas, by right: everything, one's own site, or what notes do. */
export function createInsightRoutes(ports: InsightPorts): Route[] {
  return [
    overviewRoute(ports),
    seriesRoute(ports),
    breakdownRoute(ports),
    casesRoute(ports),
    notesRoute(ports),
    noteCasesRoute(ports),
    helpRoute(ports),
    revisionsRoute(ports),
    createExportRoute(ports),
  ];
}

function overviewRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights',
    summary: 'Every measure that the reader may see, with its formula',
    access,
    query: InsightsFilter,
    response: InsightsOverview,
    async handle(context) {
      const { query, language, rights, loaded } = context;
      const seen = await findScope(insights, query, context, true);
      const { total, earlier } = seen;
      const shown = seen.scope.withheld ? [] : seen.measures;
      const { sites } = loaded.desk;
      const all = rights.has('see-all-insights');
      const own = all ? [...sites.keys()] : rights.headOf;
      return {
        scope: seen.scope,
        measures: shown.map((measure) => ({
          measure: measureText(measure, language),
          figure: figureOf(measure, total.tallies[measure.id]),
          before: earlier && figureOf(measure, earlier.tallies[measure.id]),
        })),
        sees: {
          allSites: all,
          sites: own.map((id) => ({ id, name: sites.get(id)?.name ?? id })),
          help: seesNotes(context),
          notes: seesNotes(context),
          export: seen.seesCases,
        },
        choices: {
          months: await insights.months(),
          areas: [...new Set([...sites.values()].map(({ area }) => area).filter(Boolean))].sort(),
          kinds: [...new Set([...sites.values()].map(({ kind }) => kind))].sort(),
        },
      };
    },
  });
}

function seriesRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/measures/:id',
    summary: 'One measure week by week',
    access,
    params: Id,
    query: InsightsFilter,
    response: MeasureSeries,
    async handle(context) {
      const { params, query, language } = context;
      const seen = await findScope(insights, query, context);
      const measure = measureSeen(params.id, seen);
      const weeks = await weekByWeek(insights, seen, measure, context);
      return { scope: seen.scope, measure: measureText(measure, language), ...weeks };
    },
  });
}

function breakdownRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/measures/:id/breakdown',
    summary: 'One measure broken down, unless it rests on fewer than five people',
    access,
    params: Id,
    query: InsightsFilter.extend({ by: BreakdownBy }),
    response: MeasureBreakdown,
    async handle(context) {
      const { params, query, language } = context;
      const seen = await findScope(insights, query, context);
      const measure = measureSeen(params.id, seen);
      const rows = await breakDown(insights, seen, { measure, by: query.by }, context);
      return { scope: seen.scope, measure: measureText(measure, language), by: query.by, ...rows };
    },
  });
}

function casesRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/measures/:id/cases',
    summary: 'The cases that a figure rests on, newest first',
    access,
    params: Id,
    query: InsightsFilter.extend({
      part: z.enum(['yes', 'no', 'all']).default('all'),
      cursor: z.string().max(200).optional(),
    }),
    response: CountedCases,
    async handle(context) {
      const { params, query, language, now } = context;
      const seen = await findScope(insights, query, context);
      if (!seen.seesCases) throw new NotAllowed('the cases of a figure');
      const measure = measureSeen(params.id, seen);
      const until = measure.ripens ? new Date(now.getTime() - comesBackWithin) : null;
      const page = await listCases(insights, seen, { measure, until, ...query }, context);
      const category = (id: keyof ReturnType<typeof messages>['words']['category']) =>
        messages(language).words.category[id];
      return {
        scope: seen.scope,
        measure: measureText(measure, language),
        items: page.items.map((item) => ({ ...item, category: category(item.category) })),
        next: page.next,
      };
    },
  });
}

function notesRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/notes',
    summary: 'Notes by answers and failures, in the last 90 days',
    access,
    query: z.object({ cursor: z.string().max(20).optional(), site: z.string().max(100).optional() }),
    response: NoteFigures,
    handle: (context) => noteFigures(insights, context.query, context),
  });
}

function noteCasesRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/notes/:folder/:name/cases',
    summary: 'The cases that a note was shown before, newest first',
    access: 'see-all-insights',
    params: z.object({ folder: z.string().max(100), name: z.string().max(200) }),
    query: z.object({ cursor: z.string().max(200).optional() }),
    response: NoteCases,
    handle: (context) => {
      const { params, query } = context;
      return noteCases(insights, { noteId: `${params.folder}/${params.name}`, ...query }, context);
    },
  });
}

function helpRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/help',
    summary: 'What would help most, replayed over the last 90 days',
    access,
    response: WhatHelps,
    handle: (context) => showHelp(insights, context),
  });
}

function revisionsRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/revisions',
    summary: 'Figures of closed months that changed afterwards, and why',
    access,
    query: z.object({
      month: z
        .string()
        .regex(/^20\d\d-\d\d$/)
        .optional(),
      cursor: z.string().max(20).optional(),
    }),
    response: FigureRevisions,
    handle: (context) => listRevisions(insights, context.query, context),
  });
}
