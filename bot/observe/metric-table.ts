/** One thing that /metrics tells. */
export type MetricRow = {
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** What it says, with its unit: for /metrics and for deploy/README.md. */
  readonly help: string;
  /**
   * Its labels, each with all that it can be, or with where its values come from. Never a person, a site or anything that
   * somebody wrote: whoever reads metrics is not whoever may read cases, and each value is a series of its own.
   */
  readonly labels: Readonly<
    Record<string, readonly string[] | 'contractors' | 'jobs' | 'purposes' | 'outcomes'>
  >;
  /** This process alone; the database, so that every replica tells the same; or Node itself. */
  readonly of: 'process' | 'database' | 'node';
};

const row = (
  type: MetricRow['type'],
  of: MetricRow['of'],
  help: string,
  labels: MetricRow['labels'] = {},
): MetricRow => ({ type, of, help, labels });

export const turnKinds = ['message', 'press', 'installed'] as const;
export const turnOutcomes = ['answer', 'ask', 'hand-off', 'not-it', 'other', 'repeated', 'failed'] as const;
export const routes = [
  'messages',
  'webhooks',
  'api',
  'tab',
  'files',
  'pictures',
  'health',
  'metrics',
  'other',
] as const;
export const failedStatuses = [
  '400',
  '401',
  '403',
  '404',
  '412',
  '413',
  '429',
  '4xx',
  '5xx',
  'none',
] as const;

/** All that is told; the names are kept once given: dashboards and alerts rest on them. */
export const metricTable = {
  vaktis_turn_seconds: row(
    'histogram',
    'process',
    'Seconds from the arrival of a message or press until the last of what it is answered with was sent.',
    { kind: turnKinds },
  ),
  vaktis_turns_total: row('counter', 'process', 'Messages and presses, by what came of them.', {
    kind: turnKinds,
    outcome: turnOutcomes,
  }),
  vaktis_http_requests_total: row('counter', 'process', 'Requests that were answered.', {
    route: routes,
    status: ['1xx', '2xx', '3xx', '4xx', '5xx'],
  }),
  vaktis_deliveries_sent_total: row('counter', 'process', 'Messages that Teams took.'),
  vaktis_deliveries_failed_total: row(
    'counter',
    'process',
    'Tries to send a message that failed, by the status of the answer; final: it is not tried again.',
    { status: failedStatuses, final: ['yes', 'no'] },
  ),
  vaktis_jobs_total: row('counter', 'process', 'Jobs that were run; a failed one is tried again later.', {
    job: 'jobs',
    outcome: ['done', 'failed'],
  }),
  vaktis_job_seconds: row('histogram', 'process', 'Seconds that a job took.', { job: 'jobs' }),
  vaktis_turns_waiting: row('gauge', 'process', 'Messages that wait for a turn in this process.'),
  vaktis_turns_oldest_waiting_seconds: row(
    'gauge',
    'process',
    'How long the oldest of them has waited, in seconds; 0: none does.',
  ),
  vaktis_messages_deferred: row(
    'gauge',
    'process',
    'Messages since the start that this process kept for later, because there were too many.',
  ),
  vaktis_messages_refused: row(
    'gauge',
    'process',
    'Messages since the start that it did not take, because their conversation had enough waiting.',
  ),
  vaktis_deferred_waiting: row(
    'gauge',
    'database',
    'Messages that were kept for later, by any process, and are not answered yet.',
  ),
  vaktis_deferred_oldest_seconds: row(
    'gauge',
    'database',
    'How long the oldest of them has waited, in seconds; 0: none does.',
  ),
  vaktis_ready: row('gauge', 'process', '1 while /readyz says ready, 0 while it does not.'),
  vaktis_database_connections: row(
    'gauge',
    'process',
    'Connections of this process to the database, and turns that wait for one.',
    {
      state: ['open', 'idle', 'waiting'],
    },
  ),
  vaktis_database_waits_total: row(
    'counter',
    'process',
    'Statements and transactions that had to wait for a connection.',
  ),
  vaktis_database_wait_seconds_total: row('counter', 'process', 'Seconds that were waited for a connection.'),
  vaktis_data_disk_free_ratio: row(
    'gauge',
    'process',
    'Free share of the disk with the data folder, 0 to 1. Not where Postgres keeps the data.',
  ),
  vaktis_database_up: row(
    'gauge',
    'database',
    '1 when the measures could be read from the database, 0 when not.',
  ),
  vaktis_database_bytes: row('gauge', 'database', 'Size of the database, in bytes.'),
  vaktis_database_clock_ahead_seconds: row(
    'gauge',
    'process',
    "How far the database's clock is ahead of this machine's, in seconds; negative: behind.",
  ),
  vaktis_jobs_waiting: row('gauge', 'database', 'Jobs that are due and not begun.', { job: 'jobs' }),
  vaktis_jobs_oldest_seconds: row(
    'gauge',
    'database',
    'How long the oldest due job has waited, in seconds: the age of the queue.',
    { job: 'jobs' },
  ),
  vaktis_jobs_given_up: row(
    'gauge',
    'database',
    'Jobs that were given up in the last hour after many attempts.',
    { job: 'jobs' },
  ),
  vaktis_outbox_unsent: row('gauge', 'database', 'Messages in the outbox that are not sent.', {
    status: ['pending', 'sending'],
  }),
  vaktis_outbox_oldest_seconds: row(
    'gauge',
    'database',
    'Age of the oldest message that is not sent, in seconds; 0: there is none.',
  ),
  vaktis_offers_unanswered: row(
    'gauge',
    'database',
    'Cases that somebody is asked to take and has not answered; late: the time for the answer is over.',
    { late: ['yes', 'no'] },
  ),
  vaktis_cases_open: row('gauge', 'database', 'Open cases, by state and by who has them or is asked.', {
    state: ['new', 'in-progress', 'on-hold'],
    holder: ['technician', 'contractor', 'dispatcher', 'nobody'],
  }),
  vaktis_contractor_up: row(
    'gauge',
    'database',
    "1 while a contractor's system takes what it is sent, 0 while it is left alone.",
    { contractor: 'contractors' },
  ),
  vaktis_contractor_waiting_cases: row(
    'gauge',
    'database',
    "Cases with something that a contractor's system has not been told.",
    { contractor: 'contractors' },
  ),
  vaktis_contractor_oldest_waiting_seconds: row(
    'gauge',
    'database',
    "How long the oldest case has waited for a contractor's system; 0: none does.",
    { contractor: 'contractors' },
  ),
  vaktis_model_calls_total: row(
    'counter',
    'process',
    'Calls of the language model, and those that its leash held back, by purpose and outcome.',
    { purpose: 'purposes', outcome: 'outcomes' },
  ),
  vaktis_model_tokens_total: row('counter', 'process', 'Tokens that were sent and answered.', {
    purpose: 'purposes',
    direction: ['in', 'out'],
  }),
  vaktis_model_cost_total: row('counter', 'process', "What the language model cost, in the desk's money.", {
    purpose: 'purposes',
  }),
  vaktis_model_first_token_seconds: row(
    'histogram',
    'process',
    'Seconds until an answer of the language model began.',
    { purpose: 'purposes' },
  ),
  vaktis_model_answer_seconds: row(
    'histogram',
    'process',
    'Seconds until an answer of the language model was whole.',
    { purpose: 'purposes' },
  ),
  vaktis_model_cost_per_case: row(
    'gauge',
    'database',
    "What the language model cost for each case of the last 30 days that it worked on, in the desk's money.",
  ),
  vaktis_insight_ratio: row(
    'gauge',
    'database',
    'Main figures of the last 13 weeks, 0 to 1: what was solved without help and lasted, what a note was shown for, promises kept, contractors’ promises kept, notes that helped. One that rests on fewer than 20 is not there.',
    { measure: ['self-resolved', 'coverage', 'promises-kept', 'contractor-kept', 'notes-helped'] },
  ),
  vaktis_insight_median_seconds: row(
    'gauge',
    'database',
    'The median of the last 13 weeks in service hours, in seconds: until somebody took an incident, until it was solved.',
    { measure: ['acknowledgement-incident-service', 'resolution-incident-service'] },
  ),
  vaktis_insight_age_seconds: row('gauge', 'database', 'How long ago figures were counted last, in seconds.'),
  nodejs_eventloop_lag_seconds: row(
    'gauge',
    'node',
    'How late the process comes to what is due, in seconds.',
  ),
  nodejs_eventloop_lag_p99_seconds: row('gauge', 'node', 'The same: 99 of 100 times it was less.'),
  nodejs_heap_size_used_bytes: row('gauge', 'node', 'Memory that objects take.'),
  process_resident_memory_bytes: row('gauge', 'node', 'Memory that the process takes.'),
  process_cpu_seconds_total: row('counter', 'node', 'Time that the process has computed.'),
  process_start_time_seconds: row('gauge', 'node', 'When the process began, in seconds since 1970.'),
  process_open_fds: row('gauge', 'node', 'Files and sockets that are open.'),
} as const satisfies Readonly<Record<string, MetricRow>>;

export type MetricName = keyof typeof metricTable;

/** The table as deploy/README.md shows it. */
export function renderMetricTable(): string {
  const rows = Object.entries<MetricRow>(metricTable).map(
    ([name, { type, of, help, labels }]) =>
      `| \`${name}\` | ${type}, ${of} | ${Object.keys(labels).join(', ')} | ${help} |`,
  );
  return ['| Name | Kind | Labels | What it says |', '|---|---|---|---|', ...rows].join('\n');
}
