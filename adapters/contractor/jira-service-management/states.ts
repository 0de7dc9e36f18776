import type { ContractorState } from '#bot/handoff/contractor-connector.ts';

/** States of the usual service project, and the categories for all others; a desk names its own in its settings. */
export const usualStates: Readonly<Record<string, ContractorState>> = {
  'waiting for support': 'in-progress',
  'waiting for customer': 'waiting',
  pending: 'waiting',
  escalated: 'in-progress',
  resolved: 'resolved',
  closed: 'closed',
  canceled: 'returned',
  declined: 'returned',
};

/** When the name is not known, its category still says where it stands. */
export const byCategory: Readonly<Record<string, ContractorState>> = {
  new: 'received',
  indeterminate: 'in-progress',
  done: 'resolved',
};
