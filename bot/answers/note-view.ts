import type { Desk } from '#bot/desk/desk.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import type { Note } from '#knowledge/note.ts';
import { parseNoteBody, stripPrivate } from '#knowledge/note-body.ts';
import { isCurrentOutage, isStale } from '#knowledge/note-life.ts';

/** A note as a reader may see it, at that moment: [privat] parts are gone from every field. */
export function viewNote(note: Note, desk: Desk, at: Date): NoteView {
  const { timezone } = desk.settings;
  const body = parseNoteBody(note.body);
  const introduction = [body.introduction, body.rest].filter(Boolean).join('\n\n');
  return {
    id: note.id,
    title: stripPrivate(note.title),
    asset: note.asset === null ? null : stripPrivate(note.asset),
    warning: note.warning === null ? null : stripPrivate(note.warning),
    introduction,
    steps: body.steps,
    lastVerified: note.lastVerified,
    verifiedBy: note.lastVerified === null ? null : nameOf(note.owner, desk),
    stale: isStale(note, at, timezone),
    currentOutage: isCurrentOutage(note, at, timezone),
    validTo: note.validTo,
    technicianOnly: note.audience === 'technician',
  };
}

function nameOf(upn: string | null, desk: Desk): string | null {
  return upn === null ? null : (desk.people.get(upn)?.name ?? null);
}
