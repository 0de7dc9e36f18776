import { blankContent } from '#bot/web/api/contract/blank-content.ts';
import type { NewNoteSeed } from '#bot/web/api/contract/work-contract.ts';
import { hashOf, navigate } from '../shell/router.ts';

const place = 'vaktis:seed';

/** Opens the form for a new note with what is known of it already: from a piece of work, or a site. */
export function startNote(seed: NewNoteSeed): void {
  sessionStorage.setItem(place, JSON.stringify(seed));
  navigate(hashOf('/notes/new', { folder: seed.folder }));
}

/** What `startNote` left. Null when there is nothing, or nothing readable. */
export function findSeed(storage: Storage): NewNoteSeed | null {
  const text = storage.getItem(place);
  if (text === null) return null;
  try {
    const { folder, content } = JSON.parse(text);
    return typeof folder === 'string' ? { folder, content: { ...emptyContent, ...content } } : null;
  } catch {
    return null;
  }
}

/** Once the form has it. */
export function dropSeed(storage: Storage): void {
  storage.removeItem(place);
}

/** A note that nobody has written anything in yet. */
export const emptyContent = blankContent({ title: '', confidence: 'not-validated' });
