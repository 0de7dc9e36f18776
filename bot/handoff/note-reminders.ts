import type { Desk } from '#bot/desk/desk.ts';
import { localDate } from '#bot/desk/local-time.ts';
import type { Person } from '#bot/desk/person.ts';
import type { RemindedNote } from '#bot/reply/note-reminder.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Note } from '#knowledge/note.ts';
import { chooseReminders } from '#knowledge/review/choose-reminders.ts';
import { confirmNote } from '#knowledge/review/confirm-note.ts';
import { folderOf, rightsOf } from '#knowledge/review/rights.ts';
import { type HandoffContext, startWork } from './context.ts';
import { languageOfColleague, tellPerson } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

/** Asks those who look after notes whether they are still true: one card each. */
export async function sendNoteReminders(
  stores: HandoffStores,
  ctx: HandoffContext,
): Promise<{ readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const { desk, notes } = ctx.loaded;
  const reminded = await stores.knowledge.reminders();
  for (const { upn, notes: due } of chooseReminders(notes.all(), desk, reminded, ctx.at)) {
    for (const { id } of due) await stores.knowledge.keepReminder({ noteId: id, at: ctx.at, toUpn: upn });
    const content: Reply = {
      kind: 'note-reminder',
      notes: due.map((note) => viewReminded(note, 'open', desk)),
    };
    await tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
  }
  return { deliveryIds: work.deliveryIds };
}

export type ReminderPress = {
  readonly verb: 'note-still-true' | 'note-needs-change';
  readonly noteId: string;
  readonly text: string | null;
  readonly actor: Person;
};

/**
 * "Still true" moves the note's verification and its next review; "needs change" is kept for the editors. By whoever
 * was asked, owns it or may confirm it. Null: not theirs, or gone; nothing is changed.
 */
export async function answerReminder(
  stores: HandoffStores,
  { at, loaded }: HandoffContext,
  { verb, noteId, text, actor }: ReminderPress,
): Promise<Reply | null> {
  const { desk } = loaded;
  const note = loaded.notes.get(noteId);
  if (note === null || !(await mayAnswer(stores, note, actor, desk))) return null;
  const kept = { noteId, at, byUpn: actor.upn, caseId: null };
  if (verb === 'note-needs-change') {
    await stores.knowledge.addOutcome({ ...kept, outcome: 'corrected', text });
    return shown(note, 'needs-change', desk);
  }
  const date = localDate(at, desk.settings.timezone);
  const confirmed = confirmNote(note, date);
  // Pressed twice, on two devices: once is enough.
  if (note.lastVerified !== confirmed.lastVerified || note.reviewBy !== confirmed.reviewBy) {
    const { reviewBy } = confirmed;
    await stores.knowledge.confirmNote({ noteId, date, byUpn: actor.upn, way: 'press', reviewBy });
    await stores.knowledge.addOutcome({ ...kept, outcome: 'confirmed', text: null });
  }
  return shown(confirmed, 'confirmed', desk);
}

async function mayAnswer(stores: HandoffStores, note: Note, actor: Person, desk: Desk): Promise<boolean> {
  if (note.owner === actor.upn || rightsOf(actor, desk).mayVerify(note)) return true;
  const reminded = await stores.knowledge.reminders();
  return reminded.some(({ noteId, toUpn }) => noteId === note.id && toUpn === actor.upn);
}

function shown(note: Note, state: RemindedNote['state'], desk: Desk): Reply {
  return { kind: 'note-reminder', notes: [viewReminded(note, state, desk)] };
}

function viewReminded(note: Note, state: RemindedNote['state'], desk: Desk): RemindedNote {
  const { id, title, lastVerified, reviewBy } = note;
  return { id, title, lastVerified, reviewBy, state, siteName: desk.sites.get(folderOf(id))?.name ?? null };
}
