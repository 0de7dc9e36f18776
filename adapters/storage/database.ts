import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { PoolMeasures } from '#bot/observe/measures.ts';
import { brokeTheConnection, keepsWrongStatements, unreachable } from './connection-faults.ts';
import { type MeasuredPool, measurePool } from './measure-pool.ts';
import { forgetNames, toStatement } from './statement-names.ts';

/** Anything that runs SQL: the pool outside a transaction, the one client inside it. */
export type Queryable = {
  /** Rows come back untyped: a store parses them with its schema. */
  query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[]; rowCount: number }>;
};

/** One database, the same on both engines. */
export type Database = Queryable & {
  readonly engine: 'postgres' | 'embedded';
  /** All or nothing; throwing rolls back. Inside, only the handle that it gives may be used. */
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  /** Under the same rule, but each question stands alone, and no connection is held between them. */
  apart<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  /** How many statements were sent since it was opened: for measures. */
  statements(): number;
  /** How this process's connections are used. */
  pool(): PoolMeasures;
  close(): Promise<void>;
};

type Engine = { engine: Database['engine']; pool: pg.Pool; closeEngine: () => Promise<void> };

/**
 * Wraps a pool so that both engines behave alike. The embedded engine has one connection: a query outside
 * the handle during a transaction would wait for itself for ever, so that mistake is an error on both.
 */
export function createDatabase({ engine, pool, closeEngine }: Engine): Database {
  let statements = 0;
  const measured = measurePool(pool);
  const count = (client: pg.PoolClient): pg.PoolClient => {
    statements += 1;
    return client;
  };
  const insideTransaction = new AsyncLocalStorage<{ finished: boolean }>();
  const refuseInside = () => {
    if (insideTransaction.getStore()?.finished === false) {
      throw new Error(
        'Inside a transaction only its own stores may be used: another query would wait for it.',
      );
    }
  };
  return {
    engine,
    async query(text, values) {
      refuseInside();
      return withClient(measured, (client) => run(count(client), text, values));
    },
    async transaction(work) {
      refuseInside();
      const scope = { finished: false };
      return withClient(measured, (client) =>
        insideTransaction.run(scope, () => inTransaction(() => count(client), scope, work)),
      );
    },
    async apart(work) {
      refuseInside();
      const scope = { finished: false };
      const ask = (text: string, values?: readonly unknown[]) =>
        withClient(measured, (client) => run(count(client), text, values));
      try {
        return await insideTransaction.run(scope, () => work(handleOf(scope, ask)));
      } finally {
        scope.finished = true;
      }
    },
    statements: () => statements,
    pool: measured.measures,
    async close() {
      await pool.end();
      await closeEngine();
    },
  };
}

async function inTransaction<T>(
  client: () => pg.PoolClient,
  scope: { finished: boolean },
  work: (client: Queryable) => Promise<T>,
): Promise<T> {
  const handle = handleOf(scope, (text, values) => run(client(), text, values));
  await client().query('begin');
  try {
    const result = await work(handle);
    scope.finished = true;
    await client().query('commit');
    return result;
  } catch (error) {
    scope.finished = true;
    throw error;
  }
}

function handleOf(scope: { finished: boolean }, ask: Queryable['query']): Queryable {
  return {
    async query(text, values) {
      if (scope.finished) throw new Error('This transaction is over: its stores cannot be used any more.');
      return ask(text, values);
    },
  };
}

async function run(client: pg.PoolClient, text: string, values: readonly unknown[] | undefined) {
  const result: pg.QueryResult | pg.QueryResult[] =
    // Several statements in one text cannot be named; then there are no values, or an empty list of them.
    values === undefined || values.length === 0
      ? await client.query(text)
      : await client.query(toStatement(text, values));
  // Several statements in one text give several results; pg-boss reads the rows of all of them.
  const results = Array.isArray(result) ? result : [result];
  return {
    rows: results.flatMap((one): unknown[] => one.rows ?? []),
    rowCount: results.reduce((sum, one) => sum + (one.rowCount ?? 0), 0),
  };
}

/** The pool drops a client after any failed query; here only after one that broke the connection. */
async function withClient<T>(
  pool: Pick<MeasuredPool, 'connect'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw unreachable(error);
  });
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // Also for a text with a `begin` of its own, as pg-boss sends them: the next user finds no open transaction.
    const wrong = keepsWrongStatements(error);
    if (wrong === 'pooled') forgetNames();
    const broken = wrong !== false || brokeTheConnection(error) || !(await rollBack(client));
    client.release(broken);
    throw brokeTheConnection(error) ? unreachable(error) : error;
  }
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
