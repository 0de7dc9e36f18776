import { z } from 'zod';
import type { ContractorState } from '#bot/handoff/contractor-connector.ts';

const states = ['received', 'in-progress', 'waiting', 'resolved', 'closed', 'returned'] as const;

/** A desk's own words for their states, over the connector's table: `states: { "Ej vår": returned }`. */
export const StateNames = z.record(z.string(), z.enum(states)).default({});
export type StateNames = z.infer<typeof StateNames>;

/** Their state in our words: the desk's own table first, then the connector's; null when neither knows it. */
export function findState(
  theirs: string,
  own: StateNames,
  usual: Readonly<Record<string, ContractorState>>,
): ContractorState | null {
  const name = fold(theirs);
  for (const table of [own, usual]) {
    const known = Object.entries(table).find(([word]) => fold(word) === name);
    if (known) return known[1];
  }
  return null;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
