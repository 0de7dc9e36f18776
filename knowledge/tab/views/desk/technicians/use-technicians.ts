import type { z } from 'zod';
import type { StoredTechnician } from '#bot/web/api/contract/desk-contract.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { type Loaded, useLoad } from '../../../shell/use-load.ts';

export type TechnicianInStore = z.infer<typeof StoredTechnician>;
type Answer = { readonly items: readonly TechnicianInStore[] };

/** All technicians with their versions; null while they are not wanted. */
export function useTechnicians(isWanted: boolean): Omit<Loaded<readonly TechnicianInStore[]>, 'set'> {
  const { client } = useTab();
  const loaded = useLoad<Answer>(isWanted ? 'technicians' : null, (signal) =>
    client.get('/desk/technicians', { signal }),
  );
  return { ...loaded, value: loaded.value?.items ?? null };
}
