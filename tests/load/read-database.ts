import pg from 'pg';
import { z } from 'zod';

const Left = z.object({ left: z.number(), waiting: z.number(), cases: z.number() });

/** Asks the database itself: what is not sent, what waits, how many cases there are. */
export async function readDatabase(url: string): Promise<z.infer<typeof Left>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select (select count(*)::int from deliveries where status in ('pending', 'sending')) as left,
              (select count(*)::int from waiting_messages) as waiting,
              (select count(*)::int from cases) as cases`,
    );
    return Left.parse(rows[0]);
  } finally {
    await client.end();
  }
}
