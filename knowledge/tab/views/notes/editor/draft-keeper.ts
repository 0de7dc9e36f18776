import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import { emptyContent } from '../../../parts/start-note.ts';

/** Text that is kept in the browser until it is saved. `basedOn` null: a note that is not there yet. */
export type KeptDraft = {
  readonly content: NoteContent;
  readonly basedOn: number | null;
  /** Where a new note is to be. */
  readonly folder: string;
  /** Instant. */
  readonly at: string;
};

/** Keeps drafts by note id, or `new`. What the browser cannot keep (full, or forbidden) is not kept. */
export type DraftKeeper = {
  readonly keep: (place: string, draft: KeptDraft) => void;
  readonly find: (place: string) => KeptDraft | null;
  readonly drop: (place: string) => void;
  readonly list: () => readonly { readonly place: string; readonly draft: KeptDraft }[];
};

/** Each person their own: a computer may be shared. */
export function createDraftKeeper(storage: Storage, upn: string): DraftKeeper {
  const prefix = `vaktis:draft:${upn}:`;
  const find = (place: string) => parse(storage.getItem(prefix + place));
  return {
    keep: (place, draft) => {
      try {
        storage.setItem(prefix + place, JSON.stringify(draft));
      } catch {
        // The server keeps it as well; only without both is it lost, and that is said elsewhere.
      }
    },
    find,
    drop: (place) => storage.removeItem(prefix + place),
    list: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
        .flatMap((place) => {
          const draft = find(place);
          return draft === null ? [] : [{ place, draft }];
        })
        .sort((a, b) => b.draft.at.localeCompare(a.draft.at)),
  };
}

/** Older versions of the tab, or anybody, may have written what is there. */
function parse(text: string | null): KeptDraft | null {
  if (text === null) return null;
  try {
    const { content, basedOn, folder, at } = JSON.parse(text);
    if (typeof content !== 'object' || content === null || typeof at !== 'string') return null;
    return {
      content: sameShape(content),
      basedOn: typeof basedOn === 'number' ? basedOn : null,
      folder: typeof folder === 'string' ? folder : '',
      at,
    };
  } catch {
    return null;
  }
}

/** Every field of a note, from what was kept where it is of the right kind. */
function sameShape(kept: Record<string, unknown>): NoteContent {
  const fitting = Object.entries(emptyContent).flatMap(([field, empty]) => {
    const value = kept[field];
    const fits = Array.isArray(empty)
      ? Array.isArray(value) && value.every((item) => typeof item === 'string')
      : typeof value === 'string' || (empty === null && value === null);
    return fits ? [[field, value]] : [];
  });
  return { ...emptyContent, ...Object.fromEntries(fitting) };
}
