import type { ContractorState } from '#bot/handoff/contractor-connector.ts';

/** The incident's `state` as the product ships it; a desk names others in its settings. */
export const usualStates: Readonly<Record<string, ContractorState>> = {
  '1': 'received',
  '2': 'in-progress',
  '3': 'waiting',
  '6': 'resolved',
  '7': 'closed',
  '8': 'returned',
};

/** In progress: what a ticket that is opened again is set to. */
export const workingState = '2';

/** Impact and urgency: 1 high to 3 low, as the product ships them. */
export const level = { high: '1', medium: '2', low: '3' } as const;
