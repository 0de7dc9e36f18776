import type { z } from 'zod';
import type { DeskForm, StoredDeskForm } from '#bot/web/api/contract/desk-contract.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { type Editing, useStored } from '../form/use-stored.ts';

export type DeskValue = z.infer<typeof DeskForm>;
type Stored = z.infer<typeof StoredDeskForm>;

const empty: DeskValue = { name: '', serviceHours: '', responsibility: [], referrals: [], contractors: [] };

/** desk.yaml's lists. They are stored together, and merged list by list when two save at once. */
export function useDeskSettings(): Editing<DeskValue> {
  const { client } = useTab();
  return useStored<DeskValue>({
    key: '/desk/settings',
    empty,
    load: (signal) => client.get<Stored>('/desk/settings', { signal }),
    change: (basedOn, value) => client.send<Stored>('PUT', '/desk/settings', { basedOn, value }),
  });
}
