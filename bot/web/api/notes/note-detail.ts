import { z } from 'zod';
import type { Desk } from '#bot/desk/desk.ts';
import { NotFound } from '#bot/errors.ts';
import type { Note } from '#knowledge/note.ts';
import { isStale } from '#knowledge/note-life.ts';
import type { Versioned } from '#knowledge/review/desk-editing.ts';
import type { NoteDraft } from '#knowledge/review/note-review-store.ts';
import { DraftContent, type NoteDetail, NoteId } from '../contract/note-contract.ts';
import type { ApiContext } from '../define-route.ts';
import { asSeenBy, toContent } from './note-content.ts';
import type { NotePorts } from './note-ports.ts';

/** A note's id in a path. */
export const NotePath = z.object({
  folder: z.string().regex(/^(_shared|[a-z0-9-]+)$/),
  name: z.string().regex(/^[a-z0-9-]+$/),
});
export type NotePath = z.infer<typeof NotePath>;

export function idOf({ folder, name }: NotePath): string {
  return `${folder}/${name}`;
}

/** Whoever reads: of every context of a route. */
export type Reader = Pick<
  ApiContext<unknown, unknown, unknown>,
  'person' | 'rights' | 'loaded' | 'now' | 'language'
>;

const shownVerifications = 10;
/** Milliseconds for which somebody who typed counts as still at it. */
const atItFor = 10 * 60_000;

/** @throws NotFound, also for what the reader may not know of. */
export async function readNote(id: string, reader: Reader, ports: NotePorts): Promise<Versioned<Note>> {
  const stored = await ports.editing.read('note', id);
  if (stored === null || !reader.rights.mayRead(stored.value)) throw new NotFound(`no note ${id}`);
  return stored;
}

/** The note with all that its page shows. */
export async function detailOf(
  { version, value: note }: Versioned<Note>,
  reader: Reader,
  ports: NotePorts,
): Promise<NoteDetail> {
  const { person, rights, loaded, now } = reader;
  const { review } = ports;
  const [verifications, outcomes, draft, typed] = await Promise.all([
    review.verifications(note.id, shownVerifications),
    review.outcomes(note.id),
    review.draft(note.id, person.upn),
    review.typedBy(note.id, new Date(now.getTime() - atItFor)),
  ]);
  const { desk } = loaded;
  return {
    id: NoteId.parse(note.id),
    version,
    status: note.status,
    content: toContent(asSeenBy(note, rights)),
    lastVerified: note.lastVerified,
    verifications: verifications.map((one) => ({ ...one, byName: nameOf(one.byUpn, desk) })),
    stale: isStale(note, now, desk.settings.timezone),
    outcomes,
    mayEdit: rights.mayEdit(note),
    mayPublish: rights.mayPublish(note),
    draft: draft && openDraft(draft),
    alsoEditing: typed
      .filter(({ upn }) => upn !== person.upn)
      .map(({ upn, at }) => ({ upn, name: nameOf(upn, desk), at: at.toISOString() })),
  };
}

/** Null for what an earlier version of the tab kept in another shape. */
export function openDraft(draft: NoteDraft): NoteDetail['draft'] {
  const content = DraftContent.safeParse(draft.content);
  return content.success
    ? { content: content.data, basedOn: draft.basedOn, at: draft.at.toISOString() }
    : null;
}

export function nameOf(upn: string, desk: Desk): string {
  return desk.people.get(upn)?.name ?? upn;
}
