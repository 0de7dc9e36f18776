import type { Desk } from '#bot/desk/desk.ts';
import { addDays, localDate } from '#bot/desk/local-time.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Note } from '#knowledge/note.ts';
import { isCurrent } from '#knowledge/note-life.ts';
import { rightsOf } from './rights.ts';

/** When somebody was last asked about a note. */
export type Reminded = { readonly noteId: string; readonly at: Date; readonly toUpn: string };
export type Reminder = { readonly upn: string; readonly notes: readonly Note[] };

/** Days before its review at which a note is asked about. */
const ahead = 7;
/** Nobody is asked about the same note, nor asked at all, more often than this. */
const week = 7 * 86_400_000;
/** A card has room for six buttons: one each, and one to say what is wrong. */
const mostNotes = 5;

/**
 * Who is to be asked which notes: the owner, else an editor of its sites, else a dispatcher; what is overdue longest
 * first. At most one card a person and week, and never the same note twice in a week.
 */
export function chooseReminders(
  notes: readonly Note[],
  desk: Desk,
  reminded: readonly Reminded[],
  at: Date,
): Reminder[] {
  const recent = reminded.filter((one) => at.getTime() - one.at.getTime() < week);
  const asked = new Set(recent.map(({ noteId }) => noteId));
  const disturbed = new Set(recent.map(({ toUpn }) => toUpn));
  const editors = [...desk.people.values()].filter(({ roles }) => roles.includes('editor'));
  const byPerson = new Map<string, Note[]>();
  for (const note of dueNotes(notes, desk, at)) {
    const upn = asked.has(note.id) ? null : whomToAsk(note, desk, editors);
    const theirs = upn === null ? [] : (byPerson.get(upn) ?? []);
    if (upn !== null && !disturbed.has(upn) && theirs.length < mostNotes)
      byPerson.set(upn, [...theirs, note]);
  }
  return [...byPerson].map(([upn, due]) => ({ upn, notes: due }));
}

function dueNotes(notes: readonly Note[], desk: Desk, at: Date): Note[] {
  const { timezone } = desk.settings;
  const limit = addDays(localDate(at, timezone), ahead);
  return notes
    .filter((note) => note.status === 'published' && note.reviewBy !== null && note.reviewBy <= limit)
    .filter((note) => note.validTo === null || isCurrent(note, at, timezone))
    .sort((a, b) => ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1));
}

function whomToAsk(note: Note, desk: Desk, editors: readonly Person[]): string | null {
  if (note.owner !== null && desk.people.has(note.owner)) return note.owner;
  const editor = editors.find((person) => rightsOf(person, desk).mayEdit(note));
  if (editor) return editor.upn;
  return [...desk.people.values()].find(({ roles }) => roles.includes('dispatcher'))?.upn ?? null;
}
