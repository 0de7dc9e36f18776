import type { Case } from './case.ts';
import type { MatrixSuggestion } from './matrix-suggestion.ts';
import type { HandoffStores } from './stores.ts';

/** The cases of a suggestion that can still be read, newest first. One after the other: in a transaction they share a connection. */
export async function casesBehind(
  { caseIds }: MatrixSuggestion,
  cases: HandoffStores['cases'],
): Promise<Case[]> {
  const found = await Array.fromAsync(caseIds, (id) => cases.get(id));
  return found.filter((item) => item !== null);
}
