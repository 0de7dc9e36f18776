import type { NoteConflict } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';

/** The two sides of a save that met another; null for any other failure. */
export function conflictOf({ kind, body }: ApiFailure): NoteConflict | null {
  return kind === 'conflict' && isConflict(body) ? body : null;
}

function isConflict(body: unknown): body is NoteConflict {
  return (
    typeof body === 'object' &&
    body !== null &&
    'current' in body &&
    'merged' in body &&
    'fields' in body &&
    Array.isArray(body.fields)
  );
}
