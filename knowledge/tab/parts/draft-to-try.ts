import type { TryQuestion } from '#bot/web/api/contract/try-contract.ts';
import { hashOf, navigate } from '../shell/router.ts';

type Draft = NonNullable<TryQuestion['draft']>;

/** The note that "try it" asks against as if it were published. It lives as long as the page. */
let draft: Draft | null = null;

/** Opens "try it" with a note that is not published. */
export function tryWithDraft(toTry: Draft): void {
  draft = toTry;
  navigate(hashOf('/try'));
}

export function draftToTry(): Draft | null {
  return draft;
}

export function forgetDraftToTry(): void {
  draft = null;
}
