import { z } from 'zod';
import { everybody } from '#bot/privacy/anonymise-case.ts';
import { storedData } from '#bot/privacy/stored-data.ts';
import type { Weeder, WeedingBasis } from '#bot/privacy/weeder.ts';
import type { Database, Queryable } from '../database.ts';
import { rowOf, rowsOf } from '../rows.ts';
import { createAuditLog } from './audit-log.ts';
import { readColumns } from './table-columns.ts';
import { toWeeding, type Weeding } from './weeding-rules.ts';
import { anonymiseCases, readCases } from './write-cases.ts';

/** Rows in one transaction: none holds others up for long, and whatever stops it, the next one goes on from there. */
const batch = 1_000;
/** A case is read and written whole. */
const caseBatch = 100;

const Count = z.object({ count: z.coerce.number() });
const Id = z.object({ id: z.string() });
const dueCases = `words_removed_at is null and state in ('resolved', 'closed', 'cancelled') and updated_at < $1`;

/** Weeds by the table of stored data. Each batch is a transaction; running it twice or at once does no harm. */
export function createWeeder(database: Database): Weeder {
  return {
    async due(basis) {
      const found = new Map<string, number>();
      for (const step of await readSteps(database)) {
        const row = await rowOf(Count, database, step.count, [step.before(basis)]);
        if (row && row.count > 0) found.set(step.name, row.count);
      }
      return found;
    },
    async weed(basis, goesOn) {
      const done = new Map<string, number>();
      let isFinished = true;
      for (const step of await readSteps(database)) {
        const count = await runStep(database, step, basis, goesOn);
        if (count.changed > 0) done.set(step.name, count.changed);
        isFinished &&= count.isFinished;
      }
      if (done.size > 0)
        await createAuditLog(database).record({
          by: 'vaktis',
          action: 'weeded',
          facts: { rows: Object.fromEntries(done) },
        });
      return { rows: done, isFinished };
    },
  };
}

type Step = {
  readonly name: string;
  readonly count: string;
  readonly size: number;
  before(basis: WeedingBasis): Date;
  run(client: Queryable, before: Date): Promise<number>;
};

async function runStep(
  database: Database,
  step: Step,
  basis: WeedingBasis,
  goesOn: () => boolean,
): Promise<{ changed: number; isFinished: boolean }> {
  let changed = 0;
  while (goesOn()) {
    const count = await database.transaction((client) => step.run(client, step.before(basis)));
    changed += count;
    if (count < step.size) return { changed, isFinished: true };
  }
  return { changed, isFinished: false };
}

async function readSteps(database: Database): Promise<Step[]> {
  const columns = (await readColumns(database)).filter(({ schema }) => schema === 'public');
  const rules = storedData.flatMap((stored) =>
    stored.retention
      .filter(({ does }) => does !== 'anonymise' && stored.table !== 'audit_log')
      .map((rule) =>
        toWeeding(
          stored,
          rule,
          columns.filter(({ table }) => table === stored.table),
        ),
      ),
  );
  return [...rules.map(toStep), caseStep, logStep];
}

function toStep({ table, rule, due, run }: Weeding): Step {
  return {
    name: rule.does === 'unname' ? `${table} (names and words)` : table,
    count: `select count(*) as count from "${table}" where ${due}`,
    size: batch,
    before: (basis) => daysBefore(basis, rule.time),
    run: async (client, before) => (await client.query(run, [before, batch])).rowCount,
  };
}

/** Their history and their offers go with them. */
const caseStep: Step = {
  name: 'cases (names and words)',
  count: `select count(*) as count from cases where ${dueCases}`,
  size: caseBatch,
  before: (basis) => daysBefore(basis, 'cases'),
  async run(client, before) {
    const ids = await rowsOf(
      Id,
      client,
      `select id from cases where ${dueCases} order by updated_at limit $2 for update skip locked`,
      [before, caseBatch],
    );
    const cases = await readCases(
      client,
      ids.map(({ id }) => id),
    );
    await anonymiseCases(client, cases, everybody);
    return cases.length;
  },
};

const logStep: Step = {
  name: 'audit_log',
  count: 'select count(*) as count from audit_log where at < $1',
  // It is done at once, since the chain must not break.
  size: Number.POSITIVE_INFINITY,
  before: (basis) => daysBefore(basis, 'log'),
  async run(client, before) {
    const row = await rowOf(
      Count,
      client,
      "select audit_trim(least($1, now() - interval '365 days')) as count",
      [before],
    );
    return row?.count ?? 0;
  },
};

function daysBefore(
  { now, days, filesDays }: WeedingBasis,
  time: keyof WeedingBasis['days'] | 'files',
): Date {
  const kept = time === 'files' ? filesDays : days[time];
  return new Date(now.getTime() - kept * 86_400_000);
}
