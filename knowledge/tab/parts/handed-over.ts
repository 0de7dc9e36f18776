import type { TryQuestion } from '#bot/web/api/contract/try-contract.ts';
import type { NewNoteSeed } from '#bot/web/api/contract/work-contract.ts';
import { hashOf, navigate } from '../shell/router.ts';

/**
 * What one view hands to another on the way there. It lives as long as the page: the receiver may read it as often as
 * it likes, and says when it is used up.
 */
const handed: { seed: NewNoteSeed | null; draft: TryQuestion['draft'] } = { seed: null, draft: null };

/** Opens the form of a new note with that in it. */
export function writeNoteFrom(seed: NewNoteSeed): void {
  handed.seed = seed;
  navigate(hashOf('/notes/new'));
}

/** What a new note begins with; null: with nothing. */
export function seedOfNewNote(): NewNoteSeed | null {
  return handed.seed;
}

export function forgetSeed(): void {
  handed.seed = null;
}

/** Opens "try it" with a note that is not published, as if it were. */
export function tryWithDraft(draft: NonNullable<TryQuestion['draft']>): void {
  handed.draft = draft;
  navigate(hashOf('/try'));
}

export function draftToTry(): TryQuestion['draft'] {
  return handed.draft;
}

export function forgetDraftToTry(): void {
  handed.draft = null;
}
