import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jobNames } from '#adapters/storage/job-queue.ts';
import type { DatabaseMeasures } from '#bot/observe/measures.ts';
import { type MetricRow, metricTable, renderMetricTable } from '#bot/observe/metric-table.ts';
import { addCrowd } from '#bot/web/crowd-metrics.ts';
import { createMetrics } from '#bot/web/metrics.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const stand: DatabaseMeasures = {
  jobs: [{ job: 'deliver', waiting: 3, oldest: 12 }],
  givenUp: [{ job: 'close', count: 1 }],
  outbox: [{ status: 'pending', count: 2, oldest: 40 }],
  offers: { late: 1, inTime: 4 },
  cases: [{ state: 'new', holder: 'nobody', count: 1 }],
  bytes: 10_000,
  clockAhead: -2,
};

/** Everything that there is to tell, with one of each thing told. */
function everything(database: () => Promise<DatabaseMeasures> = async () => stand) {
  const metrics = createMetrics({
    database,
    pool: () => ({ open: 10, idle: 0, waiting: 2, waits: 5, waited: 1.5 }),
    contractors: async () => [{ id: 'servicedesk', up: false, waiting: 2, oldest: 60 }],
    modelCosts: async () => ({ cases: 2, cost: 1 }),
    diskFree: async () => 0.5,
    node: true,
  });
  metrics.readyWhen(async () => true);
  const figures = () => ({ waiting: 0, oldest: 0, kept: 0, refused: 0, running: 0 });
  addCrowd(metrics.registry, {
    door: { figures },
    store: { backlog: async () => ({ waiting: 0, oldest: 0 }) },
  });
  metrics.requested('messages', 200);
  metrics.measures.answered('message', 0.2);
  metrics.measures.turned('message', 'answer');
  metrics.measures.sent();
  metrics.measures.notSent('401', false);
  metrics.measures.worked('deliver', 'failed', 0.1);
  metrics.called({
    purpose: 'compose',
    outcome: 'ok',
    tokensIn: 1,
    tokensOut: 1,
    cost: 1,
    firstTokenAfter: 1,
    took: 1,
  });
  return metrics;
}

const names = Object.keys(metricTable);
/** Told where the figures of the work are kept: see tests/unit of the insights. */
const isInsight = (name: string) => name.startsWith('vaktis_insight_');
/** Names of metrics in an expression; a histogram's parts are its own. */
const namesIn = (text: string) =>
  (text.match(/\b(?:vaktis|nodejs|process)_[a-z0-9_]+/g) ?? []).map((name) =>
    name.replace(/_(?:bucket|sum|count)$/, (part) => (names.includes(name) ? part : '')),
  );

const Rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string(),
          annotations: z.object({ runbook: z.string(), summary: z.string() }),
        }),
      ),
    }),
  ),
});
const alerts = Rules.parse(parse(read('deploy/prometheus/alerts.yaml'))).groups.flatMap(({ rules }) => rules);
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\d -]/gu, '')
    .replaceAll(' ', '-');

describe('the table of metrics', () => {
  it('is what /metrics tells, no more and no less', async () => {
    const told = (await everything().registry.getMetricsAsJSON()).map(({ name }) => name);
    expect(names.filter((name) => !told.includes(name) && !isInsight(name))).toEqual([]);
    expect(told.filter((name) => name.startsWith('vaktis_') && !names.includes(name))).toEqual([]);
  });

  it('names every label, and each has few values, none of them a person', async () => {
    const open: Record<string, readonly string[]> = { jobs: jobNames, contractors: ['servicedesk'] };
    const told = await everything().registry.getMetricsAsJSON();
    const strange = told.flatMap(({ name, values }) => {
      const row: MetricRow | undefined = Object.entries(metricTable).find(([known]) => known === name)?.[1];
      if (!row) return [];
      return values.flatMap(({ labels }) =>
        Object.entries(labels)
          .filter(([label]) => label !== 'le')
          .filter(([label, value]) => {
            const allowed = row.labels[label];
            const values = typeof allowed === 'string' ? open[allowed] : allowed;
            return allowed === undefined || (values !== undefined && !values.includes(String(value)));
          })
          .map(([label, value]) => `${name} ${label}=${value}`),
      );
    });
    expect(strange).toEqual([]);
    const forbidden = /upn|person|user|name|site|title|text|number|conversation/i;
    const labels = Object.values<MetricRow>(metricTable).flatMap((row) => Object.keys(row.labels));
    expect(labels.filter((label) => forbidden.test(label))).toEqual([]);
  });

  it('is the one in deploy/README.md', () => {
    expect(read('deploy/README.md')).toContain(renderMetricTable());
  });
});

describe('what is read from the database', () => {
  it('is asked for once, however many metrics rest on it', async () => {
    let asked = 0;
    const metrics = everything(async () => {
      asked += 1;
      return stand;
    });
    const text = await metrics.registry.metrics();
    expect(asked).toBe(1);
    expect(text).toContain('vaktis_jobs_oldest_seconds{job="deliver"} 12');
    expect(text).toContain('vaktis_cases_open{state="new",holder="nobody"} 1');
    expect(text).toContain('vaktis_offers_unanswered{late="yes"} 1');
    expect(text).toContain('vaktis_outbox_oldest_seconds 40');
    expect(text).toContain('vaktis_database_wait_seconds_total 1.5');
    expect(text).toContain('vaktis_database_clock_ahead_seconds -2');
  });

  it('is left out while the database is away, and that is told', async () => {
    const metrics = everything(() => Promise.reject(new Error('away')));
    const text = await metrics.registry.metrics();
    expect(text).toContain('vaktis_database_up 0');
    expect(text).not.toMatch(/^vaktis_(jobs_oldest|outbox_unsent|cases_open)\S* /m);
    expect(text).toContain('vaktis_deliveries_sent_total 1');
  });
});

describe('deploy/prometheus/alerts.yaml', () => {
  it('rests on metrics that there are', () => {
    expect(alerts.length).toBeGreaterThan(8);
    for (const { alert, expr } of alerts) {
      expect(namesIn(expr).length, alert).toBeGreaterThan(0);
      expect(
        namesIn(expr).filter((name) => !names.includes(name)),
        alert,
      ).toEqual([]);
    }
  });

  it('has an alert for each runbook, by the same name, and a runbook for each alert', () => {
    const headings = [...read('deploy/runbooks.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    // A restore that was cut off has done nothing: there is nothing to be told of.
    expect(headings.filter((heading) => heading !== 'Half of a restore').sort()).toEqual(
      alerts.map(({ alert }) => alert).sort(),
    );
    for (const { alert, annotations } of alerts)
      expect(annotations.runbook).toBe(`deploy/runbooks.md#${anchorOf(alert)}`);
  });

  it('asks for labels that the metrics have', () => {
    for (const { alert, expr } of alerts)
      for (const [, name = '', inside = ''] of expr.matchAll(/([a-z_]+)\{([^}]*)\}/g)) {
        const row: MetricRow | undefined = Object.entries(metricTable).find(([known]) => known === name)?.[1];
        const labels = [...inside.matchAll(/(\w+)(?:=~?|!=|!~)/g)].map(([, label]) => label);
        expect(
          labels.filter((label = '') => !(label in (row?.labels ?? {}))),
          alert,
        ).toEqual([]);
      }
  });
});

const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});

describe('deploy/grafana/vaktis.json', () => {
  const { panels } = Dashboard.parse(JSON.parse(read('deploy/grafana/vaktis.json')));
  const shown = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))));

  it('shows metrics that there are, each panel by an id of its own', () => {
    expect([...shown].filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('shows all that is told, but when the process began', () => {
    const missing = names.filter((name) => !shown.has(name) && !isInsight(name));
    expect(missing).toEqual(['process_start_time_seconds']);
  });
});
