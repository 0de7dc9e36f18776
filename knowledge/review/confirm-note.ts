import { addDays } from '#bot/desk/local-time.ts';
import type { Note } from '#knowledge/note.ts';

/** Days. A note that nobody set a rhythm for is looked at twice a year. */
const usualRhythm = 182;
const shortest = 30;
const longest = 365;
/** A review that comes sooner than this is done by confirming the note today. */
const soon = 45;

/**
 * The note as confirmed on that date: its next review comes after as long a time as the last one was set for, when
 * the review is due or near; one that is far ahead stays. Dates are days of the desk's zone.
 */
export function confirmNote(note: Note, today: string): Note {
  const lastVerified = note.lastVerified !== null && note.lastVerified > today ? note.lastVerified : today;
  const isDue = note.reviewBy !== null && note.reviewBy <= addDays(today, soon);
  return { ...note, lastVerified, reviewBy: isDue ? addDays(today, rhythmOf(note)) : note.reviewBy };
}

function rhythmOf({ lastVerified, reviewBy }: Note): number {
  if (lastVerified === null || reviewBy === null) return usualRhythm;
  const days = Math.round((Date.parse(reviewBy) - Date.parse(lastVerified)) / 86_400_000);
  return Number.isNaN(days) || days <= 0 ? usualRhythm : Math.min(longest, Math.max(shortest, days));
}
