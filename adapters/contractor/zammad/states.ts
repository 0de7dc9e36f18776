import type { ContractorState } from '#bot/handoff/contractor-connector.ts';

/** The states that Zammad ships with; a desk names others in its settings. It has no state of its own for "solved". */
export const usualStates: Readonly<Record<string, ContractorState>> = {
  new: 'received',
  open: 'in-progress',
  'pending reminder': 'waiting',
  'pending close': 'resolved',
  closed: 'resolved',
};

/** What a ticket that is opened again is set to. */
export const workingState = 'open';
