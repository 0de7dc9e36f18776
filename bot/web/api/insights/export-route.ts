import { z } from 'zod';
import { NotAllowed } from '#bot/errors.ts';
import { exportFigures, figuresCsv } from '#bot/insights/export-figures.ts';
import { breakdowns } from '#bot/insights/insight-store.ts';
import { bytesOf } from '../bytes.ts';
import { InsightsFilter } from '../contract/insights-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { findScope } from './find-scope.ts';
import type { InsightPorts } from './insight-ports.ts';

/** `GET /insights/export?format=`: all figures of the question, whole and broken down. */
export function createExportRoute({ insights }: InsightPorts): Route {
  return defineRoute({
    method: 'get',
    path: '/insights/export',
    summary: 'Every figure with its formula, as CSV or JSON',
    access: 'see-insights',
    query: InsightsFilter.extend({ format: z.enum(['csv', 'json']).default('csv') }),
    response: bytesOf(['text/csv', 'application/json']),
    async handle(context) {
      const { query, language, now } = context;
      const seen = await findScope(insights, query, context, true);
      if (!seen.seesCases) throw new NotAllowed('the export of figures');
      const { scope, selection, total, measures } = seen;
      const rows = scope.withheld
        ? []
        : await exportFigures(insights, {
            ...{ selection, measures, language },
            from: scope.from,
            to: scope.to,
            total,
            ways: breakdowns.filter((by) => by !== 'all' && !(by === 'site' && scope.siteId !== null)),
            at: now,
          });
      const isCsv = query.format === 'csv';
      return {
        bytes: new TextEncoder().encode(
          isCsv ? figuresCsv(rows) : `${JSON.stringify({ scope, figures: rows }, null, 2)}\n`,
        ),
        type: isCsv ? 'text/csv; charset=utf-8' : 'application/json',
        fileName: `insights-${scope.period}.${query.format}`,
      };
    },
  });
}
