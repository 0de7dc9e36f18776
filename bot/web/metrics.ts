import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Registry } from 'prom-client';
import type { InsightGauges } from '#bot/insights/read-gauges.ts';
import type { DatabaseMeasures, Measures, PoolMeasures } from '#bot/observe/measures.ts';
import type { MetricName, routes } from '#bot/observe/metric-table.ts';
import { isLoopback } from '#bot/settings/loopback.ts';
import { addDatabase, addMeasures, addNode, addPool, createMaker } from './own-metrics.ts';

export type Route = (typeof routes)[number];

/** One call of the language model, as far as it is counted. */
export type CountedCall = {
  readonly purpose: string;
  readonly outcome: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** In the desk's money. */
  readonly cost: number;
  /** Milliseconds; null: there was none. */
  readonly firstTokenAfter: number | null;
  readonly took: number;
};

export type Metrics = {
  readonly registry: Registry;
  readonly called: (call: CountedCall) => void;
  readonly measures: Measures;
  readonly requested: (route: Route, status: number) => void;
  /** Tells from now on whether this process can serve. */
  readonly readyWhen: (isReady: () => Promise<boolean>) => void;
};

/** How it stands with one contractor's system. */
export type ContractorState = {
  readonly id: string;
  readonly up: boolean;
  readonly waiting: number;
  /** Seconds that the oldest of them has waited; 0: none does. */
  readonly oldest: number;
};

export type MetricsSources = {
  /** Every contractor that the desk names. */
  readonly contractors?: () => Promise<readonly ContractorState[]>;
  /** What the model cost for cases lately, and how many cases that were. */
  readonly modelCosts?: () => Promise<{ readonly cases: number; readonly cost: number }>;
  /** Main figures of the last 13 weeks. */
  readonly insights?: () => Promise<InsightGauges>;
  readonly database?: () => Promise<DatabaseMeasures>;
  readonly pool?: () => PoolMeasures;
  /** Share of the disk with the data folder, 0 to 1. */
  readonly diskFree?: () => Promise<number>;
  /** Whether Node tells of itself: it costs a little, so only where somebody reads it. */
  readonly node?: boolean;
};

/** What the process counts, for Prometheus. Numbers and kinds only: nobody's name, no words. See metric-table.ts. */
export function createMetrics(sources: MetricsSources = {}): Metrics {
  const registry = new Registry();
  const make = createMaker(registry);
  addSources(registry, make, sources);
  const requests = make.counter('vaktis_http_requests_total');
  return {
    registry,
    measures: addMeasures(make),
    requested: (route, status) => requests.inc({ route, status: `${Math.floor(status / 100)}xx` }),
    readyWhen: (isReady) => void make.gauge('vaktis_ready', async (own) => own.set(Number(await isReady()))),
    ...addModel(make),
  };
}

type Maker = ReturnType<typeof createMaker>;

function addSources(registry: Registry, make: Maker, sources: MetricsSources): void {
  const { modelCosts, contractors, database, pool, diskFree } = sources;
  if (modelCosts) addCostPerCase(make, modelCosts);
  if (contractors) addContractors(make, contractors);
  if (sources.insights) addInsights(make, sources.insights);
  if (database) addDatabase(make, database);
  if (pool) addPool(make, pool);
  if (diskFree) make.gauge('vaktis_data_disk_free_ratio', async (own) => own.set(await diskFree()));
  if (sources.node) addNode(registry);
}

function addModel({ counter, histogram }: Maker): Pick<Metrics, 'called'> {
  const calls = counter('vaktis_model_calls_total');
  const tokens = counter('vaktis_model_tokens_total');
  const cost = counter('vaktis_model_cost_total');
  const firstToken = histogram('vaktis_model_first_token_seconds');
  const whole = histogram('vaktis_model_answer_seconds');
  return {
    called({ purpose, outcome, ...call }) {
      calls.inc({ purpose, outcome });
      tokens.inc({ purpose, direction: 'in' }, call.tokensIn);
      tokens.inc({ purpose, direction: 'out' }, call.tokensOut);
      cost.inc({ purpose }, call.cost);
      if (call.firstTokenAfter !== null) firstToken.observe({ purpose }, call.firstTokenAfter / 1000);
      if (call.took > 0) whole.observe({ purpose }, call.took / 1000);
    },
  };
}

/** Read from the record of calls when somebody looks, so that a restart forgets nothing. */
function addCostPerCase({ gauge }: Maker, modelCosts: NonNullable<MetricsSources['modelCosts']>): void {
  gauge('vaktis_model_cost_per_case', async (own) => {
    const { cases, cost } = await modelCosts().catch(() => ({ cases: 0, cost: 0 }));
    own.set(cases === 0 ? 0 : cost / cases);
  });
}

/** Read from the database when somebody looks: every process tells the same. */
function addContractors({ gauge }: Maker, read: NonNullable<MetricsSources['contractors']>): void {
  const told = (name: MetricName, value: (state: ContractorState) => number) =>
    gauge(name, async (own) => {
      own.reset();
      for (const state of await read().catch(() => [])) own.set({ contractor: state.id }, value(state));
    });
  told('vaktis_contractor_up', ({ up }) => Number(up));
  told('vaktis_contractor_waiting_cases', ({ waiting }) => waiting);
  told('vaktis_contractor_oldest_waiting_seconds', ({ oldest }) => oldest);
}

/** Figures that people see in the tab, as they were counted last. */
function addInsights({ gauge }: Maker, read: () => Promise<InsightGauges>): void {
  const told = (name: MetricName, values: (gauges: InsightGauges) => InsightGauges['shares']) =>
    gauge(name, async (own) => {
      own.reset();
      const gauges = await read().catch(() => null);
      for (const [measure, value] of gauges === null ? [] : values(gauges)) own.set({ measure }, value);
    });
  told('vaktis_insight_ratio', ({ shares }) => shares);
  told('vaktis_insight_median_seconds', ({ seconds }) => seconds);
  gauge('vaktis_insight_age_seconds', async (own) => {
    const gauges = await read().catch(() => null);
    if (gauges?.age != null) own.set(gauges.age);
  });
}

/** What the server needs for it. */
export function showMetrics(metrics: Metrics, token: string | null) {
  const { requested, readyWhen } = metrics;
  return { metrics: createMetricsRoute(metrics, token), requested, readyWhen };
}

/** `GET /metrics`: for this machine, or for whoever has the token. */
export function createMetricsRoute({ registry }: Metrics, token: string | null): RequestHandler {
  return async (request, response) => {
    if (!mayRead(request, token)) return void response.status(403).json({ error: 'not allowed' });
    response.set('content-type', registry.contentType).send(await registry.metrics());
  };
}

/** Behind a proxy everything comes from this machine: then only the token counts. */
function mayRead(request: Request, token: string | null): boolean {
  if (token !== null) return isSame(request.get('authorization') ?? '', `Bearer ${token}`);
  const from = request.socket.remoteAddress ?? '';
  const isHere = from === '::1' || /^(?:::ffff:)?127\./.test(from);
  const isPassedOn = request.get('x-forwarded-for') !== undefined || request.get('forwarded') !== undefined;
  return isHere && !isPassedOn && isLoopback(request.hostname);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
