import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import type { DatabaseMeasures, Measures, PoolMeasures } from '#bot/observe/measures.ts';
import { type MetricName, type MetricRow, metricTable } from '#bot/observe/metric-table.ts';

const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

type Maker = {
  readonly counter: (name: MetricName, collect?: (counter: Counter) => void) => Counter;
  readonly histogram: (name: MetricName) => Histogram;
  /** `collect` is asked each time that somebody looks. */
  readonly gauge: (name: MetricName, collect?: (gauge: Gauge) => void | Promise<void>) => Gauge;
};

/** Makes metrics as the table says, so that none is told that does not stand there. */
export function createMaker(registry: Registry): Maker {
  const about = (name: MetricName) => {
    const { help, labels }: MetricRow = metricTable[name];
    return { name, help, labelNames: Object.keys(labels), registers: [registry] };
  };
  return {
    counter: (name, collect) =>
      new Counter({
        ...about(name),
        ...(collect
          ? {
              collect() {
                collect(this);
              },
            }
          : {}),
      }),
    histogram: (name) => new Histogram({ ...about(name), buckets: seconds }),
    gauge: (name, collect) =>
      new Gauge({
        ...about(name),
        ...(collect
          ? {
              collect() {
                return collect(this);
              },
            }
          : {}),
      }),
  };
}

/** Turns, deliveries and jobs of this process. */
export function addMeasures({ counter, histogram }: Maker): Measures {
  const turn = histogram('vaktis_turn_seconds');
  const turns = counter('vaktis_turns_total');
  const sent = counter('vaktis_deliveries_sent_total');
  const failed = counter('vaktis_deliveries_failed_total');
  const jobs = counter('vaktis_jobs_total');
  const job = histogram('vaktis_job_seconds');
  return {
    answered: (kind, took) => turn.observe({ kind }, took),
    turned: (kind, outcome) => turns.inc({ kind, outcome }),
    sent: () => sent.inc(),
    notSent: (status, final) => failed.inc({ status, final: final ? 'yes' : 'no' }),
    worked(name, outcome, took) {
      jobs.inc({ job: name, outcome });
      job.observe({ job: name }, took);
    },
  };
}

/** What Node tells of itself: the event loop, memory, processor. */
export function addNode(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
}

/** One look at the database for all that is asked of it at once; when it is away there is nothing to tell. */
export function addDatabase({ gauge }: Maker, read: () => Promise<DatabaseMeasures>): void {
  const look = shared(() => read().catch(() => null));
  const told = (name: MetricName, tell: (gauge: Gauge, measures: DatabaseMeasures) => void) =>
    gauge(name, async (own) => {
      own.reset();
      const measures = await look();
      if (measures !== null) tell(own, measures);
      // One without labels would tell 0, and that is not known.
      else if (Object.keys(metricTable[name].labels).length === 0) own.remove();
    });
  gauge('vaktis_database_up', async (own) => own.set((await look()) === null ? 0 : 1));
  told('vaktis_database_bytes', (own, { bytes }) => own.set(bytes));
  told('vaktis_database_clock_ahead_seconds', (own, { clockAhead }) => own.set(clockAhead));
  told('vaktis_jobs_waiting', (own, { jobs }) => {
    for (const { job, waiting } of jobs) own.set({ job }, waiting);
  });
  told('vaktis_jobs_oldest_seconds', (own, { jobs }) => {
    for (const { job, oldest } of jobs) own.set({ job }, oldest);
  });
  told('vaktis_jobs_given_up', (own, { givenUp }) => {
    for (const { job, count } of givenUp) own.set({ job }, count);
  });
  told('vaktis_outbox_unsent', (own, { outbox }) => {
    for (const { status, count } of outbox) own.set({ status }, count);
  });
  told('vaktis_outbox_oldest_seconds', (own, { outbox }) =>
    own.set(Math.max(0, ...outbox.map(({ oldest }) => oldest))),
  );
  told('vaktis_offers_unanswered', (own, { offers }) => {
    own.set({ late: 'yes' }, offers.late);
    own.set({ late: 'no' }, offers.inTime);
  });
  told('vaktis_cases_open', (own, { cases }) => {
    for (const { state, holder, count } of cases) own.set({ state, holder }, count);
  });
}

/** Those who ask while it is being looked get what that look finds. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= read().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

export function addPool({ counter, gauge }: Maker, read: () => PoolMeasures): void {
  gauge('vaktis_database_connections', (own) => {
    const { open, idle, waiting } = read();
    for (const [state, value] of Object.entries({ open, idle, waiting })) own.set({ state }, value);
  });
  const total = (name: MetricName, value: (measures: PoolMeasures) => number) =>
    counter(name, (own) => {
      own.reset();
      own.inc(value(read()));
    });
  total('vaktis_database_waits_total', ({ waits }) => waits);
  total('vaktis_database_wait_seconds_total', ({ waited }) => waited);
}
