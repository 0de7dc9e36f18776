import type { Speaker } from '#bot/i18n/speaker.ts';
import type { RemindedNote } from '#bot/reply/note-reminder.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

/** The question about notes that are due, or what came of an answer to it. */
export function sayNoteReminder({ notes }: ReplyOf<'note-reminder'>, speaker: Speaker): Said {
  const { reminders } = speaker.say;
  const open = notes.filter(({ state }) => state === 'open');
  const done = notes.filter(({ state }) => state !== 'open').map((note) => sayAnswered(note, speaker));
  if (open.length === 0) return said(null, done);
  const lines = open.map((note) => bullet(`${note.title} · ${reminderLine(note, speaker)}`));
  return said(reminders.title(open.length), [reminders.intro, ...lines, ...done]);
}

/** "Solrosen · Bekräftad 14 september 2026 · ska ses över 1 december 2026". */
export function reminderLine(note: RemindedNote, { say, date }: Speaker): string {
  const { verified, neverVerified, due } = say.reminders;
  return [
    note.siteName,
    note.lastVerified === null ? neverVerified : verified(date(note.lastVerified)),
    note.reviewBy === null ? null : due(date(note.reviewBy)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function sayAnswered({ title, state, reviewBy }: RemindedNote, { say, date }: Speaker): string {
  const { confirmed, kept } = say.reminders;
  return state === 'confirmed' ? confirmed(title, reviewBy && date(reviewBy)) : kept(title);
}
