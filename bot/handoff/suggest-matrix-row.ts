import type { Case } from './case.ts';
import type { Work } from './context.ts';

export async function suggestMatrixRow(_work: Work, _item: Case, _contractorId: string): Promise<void> {}
