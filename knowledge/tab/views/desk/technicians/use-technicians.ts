import type { z } from 'zod';
import type { StoredTechnician } from '#bot/web/api/contract/desk-contract.ts';
import type { Client } from '../../../api/client.ts';
import type { Page } from '../../../parts/use-pages.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { type Loaded, useLoad } from '../../../shell/use-load.ts';

export type TechnicianInStore = z.infer<typeof StoredTechnician>;

/** All technicians with their versions; null while they are not wanted. */
export function useTechnicians(isWanted: boolean): Loaded<readonly TechnicianInStore[]> {
  const { client } = useTab();
  return useLoad(isWanted ? 'technicians' : null, (signal) => fetchAll(client, signal));
}

/** They are few, and a rota without one of them would be wrong: every page is fetched. */
async function fetchAll(client: Client, signal: AbortSignal): Promise<readonly TechnicianInStore[]> {
  const all: TechnicianInStore[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<TechnicianInStore> = await client.get('/desk/technicians', {
      query: { cursor, limit: 200 },
      signal,
    });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
