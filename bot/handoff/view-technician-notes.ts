import type { NoteView } from '#bot/reply/reply.ts';
import type { Note } from '#knowledge/note.ts';
import { parseNoteBody, stripPrivate } from '#knowledge/note-body.ts';
import { isCurrentOutage, isStale } from '#knowledge/note-life.ts';
import type { HandoffContext } from './context.ts';

/** Notes beside a case, for whoever takes it: technician-only ones are marked, [privat] parts are gone here too. */
export function viewTechnicianNotes(ids: readonly string[], ctx: HandoffContext): NoteView[] {
  return [...new Set(ids)]
    .map((id) => ctx.loaded.notes.get(id))
    .filter((note) => note !== null)
    .map((note) => viewNote(note, ctx));
}

function viewNote(note: Note, { loaded: { desk }, at }: HandoffContext): NoteView {
  const { timezone } = desk.settings;
  const body = parseNoteBody(note.body);
  const verifiedBy =
    note.lastVerified === null || note.owner === null ? null : desk.people.get(note.owner)?.name;
  return {
    id: note.id,
    title: stripPrivate(note.title),
    asset: note.asset && stripPrivate(note.asset),
    warning: note.warning && stripPrivate(note.warning),
    introduction: [body.introduction, body.rest].filter(Boolean).join('\n\n'),
    steps: body.steps,
    lastVerified: note.lastVerified,
    verifiedBy: verifiedBy ?? null,
    stale: isStale(note, at, timezone),
    currentOutage: isCurrentOutage(note, at, timezone),
    validTo: note.validTo,
    technicianOnly: note.audience === 'technician',
  };
}
