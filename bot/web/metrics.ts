import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { isLoopback } from '#bot/settings/loopback.ts';

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
};

const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

/** What the process counts, for Prometheus. Numbers and kinds only: nobody's name, no words. */
export function createMetrics({ modelCosts, contractors }: MetricsSources = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const calls = new Counter({
    name: 'vaktis_model_calls_total',
    help: 'Calls of the language model, and those that its leash held back, by purpose and outcome.',
    labelNames: ['purpose', 'outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'vaktis_model_tokens_total',
    help: 'Tokens that were sent and answered.',
    labelNames: ['purpose', 'direction'],
    registers,
  });
  const cost = new Counter({
    name: 'vaktis_model_cost_total',
    help: "What the language model cost, in the desk's money.",
    labelNames: ['purpose'],
    registers,
  });
  const firstToken = new Histogram({
    name: 'vaktis_model_first_token_seconds',
    help: 'Time until an answer of the language model began.',
    labelNames: ['purpose'],
    buckets: seconds,
    registers,
  });
  const whole = new Histogram({
    name: 'vaktis_model_answer_seconds',
    help: 'Time until an answer of the language model was whole.',
    labelNames: ['purpose'],
    buckets: seconds,
    registers,
  });
  if (modelCosts) addCostPerCase(registry, modelCosts);
  if (contractors) addContractors(registry, contractors);
  return {
    registry,
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
function addCostPerCase(registry: Registry, modelCosts: NonNullable<MetricsSources['modelCosts']>): void {
  new Gauge({
    name: 'vaktis_model_cost_per_case',
    help: "What the language model cost for each case of the last 30 days that it worked on, in the desk's money.",
    registers: [registry],
    async collect() {
      const { cases, cost } = await modelCosts().catch(() => ({ cases: 0, cost: 0 }));
      this.set(cases === 0 ? 0 : cost / cases);
    },
  });
}

/** Read from the database when somebody looks: every process tells the same. */
function addContractors(registry: Registry, read: NonNullable<MetricsSources['contractors']>): void {
  const gauge = (name: string, help: string, value: (state: ContractorState) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['contractor'],
      registers: [registry],
      async collect() {
        this.reset();
        const states = await read().catch(() => []);
        for (const state of states) this.set({ contractor: state.id }, value(state));
      },
    });
  gauge(
    'vaktis_contractor_up',
    "1 while a contractor's system takes what it is sent, 0 while it is left alone.",
    ({ up }) => Number(up),
  );
  gauge(
    'vaktis_contractor_waiting_cases',
    "Cases with something that a contractor's system has not been told.",
    ({ waiting }) => waiting,
  );
  gauge(
    'vaktis_contractor_oldest_waiting_seconds',
    "How long the oldest case has waited for a contractor's system; 0: none does.",
    ({ oldest }) => oldest,
  );
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
