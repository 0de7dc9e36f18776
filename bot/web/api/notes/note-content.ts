import type { Note } from '#knowledge/note.ts';
import { blankNote } from '#knowledge/note-blank.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import { joinBody, splitBody } from '#knowledge/review/body-parts.ts';
import type { Rights } from '#knowledge/review/rights.ts';
import type { FieldChange, NoteContent } from '../contract/note-contract.ts';

/** What an editor writes of a note. */
export function toContent(note: Note): NoteContent {
  const parts = splitBody(note.body);
  return {
    title: note.title,
    category: note.category,
    sites: [...note.sites],
    siteKinds: [...note.siteKinds],
    audience: note.audience,
    symptoms: [...note.symptoms],
    asset: note.asset,
    warning: note.warning,
    handledBy: note.handledBy,
    owner: note.owner,
    confidence: note.confidence,
    reviewBy: note.reviewBy,
    validFrom: note.validFrom,
    validTo: note.validTo,
    intro: parts.intro,
    stepsTitle: parts.stepsTitle,
    steps: [...parts.steps],
    outro: parts.outro,
  };
}

/** The note as this reader may see it: what stands between [privat] marks is for those who keep notes true. */
export function asSeenBy<Seen extends Note | null>(note: Seen, rights: Pick<Rights, 'has'>): Seen {
  if (note === null || rights.has('read-private-parts')) return note;
  const shown = (text: string | null) => text && stripPrivate(text);
  return {
    ...note,
    title: stripPrivate(note.title),
    symptoms: note.symptoms.map(stripPrivate),
    asset: shown(note.asset),
    warning: shown(note.warning),
    body: stripPrivate(note.body),
  };
}

/**
 * The note with that content. What the content leaves as it is stays byte for byte, and status, verification and
 * unknown front matter are not the content's to change.
 */
export function withContent(before: Note, content: NoteContent): Note {
  const { intro, stepsTitle, steps, outro, ...fields } = content;
  return {
    ...before,
    ...fields,
    title: oneLine(fields.title),
    symptoms: [...new Set(fields.symptoms.map(oneLine))],
    sites: [...new Set(fields.sites)],
    siteKinds: [...new Set(fields.siteKinds)],
    asset: maybe(fields.asset),
    warning: maybe(fields.warning),
    handledBy: maybe(fields.handledBy),
    owner: maybe(fields.owner)?.toLowerCase() ?? null,
    reviewBy: maybe(fields.reviewBy),
    validFrom: maybe(fields.validFrom),
    validTo: maybe(fields.validTo),
    body: joinBody({ intro, stepsTitle, steps, outro }, before.body),
  };
}

/** As a new note of that folder with that content; in a site's folder it is about that site unless it says others. */
export function newNote(id: string, folder: string, content: NoteContent): Note {
  const isForSite = folder !== '_shared' && content.sites.length === 0;
  return withContent(blankNote({ id }), isForSite ? { ...content, sites: [folder] } : content);
}

/** What changed between two states of a note, in the order of the fields. `before` null: it was new. */
export function fieldChanges(before: Note | null, after: Note | null): FieldChange[] {
  const old = before && stateOf(before);
  const now = after && stateOf(after);
  const fields = Object.keys(now ?? old ?? {}) as FieldChange['field'][];
  return fields
    .map((field) => ({ field, before: old?.[field] ?? null, after: now?.[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function stateOf(note: Note): Record<FieldChange['field'], unknown> {
  return { ...toContent(note), status: note.status, lastVerified: note.lastVerified };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function maybe(text: string | null): string | null {
  const trimmed = text === null ? '' : oneLine(text);
  return trimmed === '' ? null : trimmed;
}
