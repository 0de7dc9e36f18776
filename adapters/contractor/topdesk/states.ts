import type { ContractorState } from '#bot/handoff/contractor-connector.ts';

/** Usual names of processing statuses; every TOPdesk has its own, so a desk names them in its settings. */
export const usualStates: Readonly<Record<string, ContractorState>> = {
  registered: 'received',
  registrerad: 'received',
  'in progress': 'in-progress',
  pågående: 'in-progress',
  'waiting for user': 'waiting',
  'väntar på användare': 'waiting',
  completed: 'resolved',
  färdig: 'resolved',
  klar: 'resolved',
  closed: 'closed',
  stängd: 'closed',
};
