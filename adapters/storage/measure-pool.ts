import type pg from 'pg';
import type { PoolMeasures } from '#bot/observe/measures.ts';

export type MeasuredPool = {
  /** A client of the pool, with the time that was waited for it counted. */
  readonly connect: () => Promise<pg.PoolClient>;
  readonly measures: () => PoolMeasures;
};

/** A wait is counted only when no connection is free: otherwise it costs nothing to look at the clock for. */
export function measurePool(pool: pg.Pool): MeasuredPool {
  let waits = 0;
  let waited = 0;
  const connectLate = async () => {
    const began = performance.now();
    waits += 1;
    try {
      return await pool.connect();
    } finally {
      waited += (performance.now() - began) / 1_000;
    }
  };
  const isFull = () => pool.idleCount === 0 && pool.totalCount >= (pool.options.max ?? 10);
  return {
    connect: () => (isFull() ? connectLate() : pool.connect()),
    measures: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      waits,
      waited,
    }),
  };
}
