import { z } from 'zod';
import type { FuzzWorld } from './fuzz-world.ts';

const Id = z.object({ id: z.string() });
const Place = z.object({ channel: z.string(), conversation_id: z.string(), person_upn: z.string() });

/** So many of each, the latest: what was stored last was stored by what was sent last. */
const mostOfEach = 500;

/** What is stored and cannot be read again as what it is: whoever comes next would meet it. */
export async function checkStored({ opened }: Pick<FuzzWorld, 'opened'>): Promise<string[]> {
  const { database, storage } = opened;
  const faults: string[] = [];
  const hear = (what: string) => (error: unknown) =>
    void faults.push(`${what}: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown'}`);
  const cases = await database.query('select id from cases order by updated_at desc limit $1', [mostOfEach]);
  for (const { id } of z.array(Id).parse(cases.rows))
    await storage.stores.cases.get(id).catch(hear(`case ${id}`));
  const talks = await database.query(
    'select channel, conversation_id, person_upn from conversations limit $1',
    [mostOfEach],
  );
  for (const { channel, conversation_id, person_upn } of z.array(Place).parse(talks.rows))
    await storage.stores.conversations
      .get(channel, conversation_id, person_upn)
      .catch(hear(`conversation ${conversation_id}`));
  await opened.desk.load().catch(hear('desk'));
  return faults;
}
