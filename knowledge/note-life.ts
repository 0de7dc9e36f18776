import { localDate, momentOf } from '#bot/desk/local-time.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import type { Note } from './note.ts';

/** True from the day after the note's `review_by` in the desk's zone. A note with no such date never goes stale. */
export function isStale(note: Pick<Note, 'reviewBy'>, at: Date, timezone: string): boolean {
  return note.reviewBy !== null && localDate(at, timezone) > note.reviewBy;
}

/** True inside the note's validity window, its end exclusive. A note with no window is always current. */
export function isCurrent(note: Pick<Note, 'validFrom' | 'validTo'>, at: Date, timezone: string): boolean {
  const from = note.validFrom === null ? null : momentOf(note.validFrom, timezone);
  const to = note.validTo === null ? null : momentOf(note.validTo, timezone);
  return (from === null || from <= at) && (to === null || at < to);
}

/** True for a note about something that passes (a known outage, planned work) while it holds. */
export function isCurrentOutage(
  note: Pick<Note, 'validFrom' | 'validTo'>,
  at: Date,
  timezone: string,
): boolean {
  const hasWindow = note.validFrom !== null || note.validTo !== null;
  return hasWindow && isCurrent(note, at, timezone);
}

/**
 * True when the note is about that site. Named sites decide before kinds; a note with neither is for every site.
 * With no known site (null) only a note for every site applies.
 */
export function appliesTo(
  note: Pick<Note, 'sites' | 'siteKinds'>,
  site: { readonly id: string; readonly kind: SiteKind } | null,
): boolean {
  if (note.sites.length > 0) return site !== null && note.sites.includes(site.id);
  if (note.siteKinds.length > 0) return site !== null && note.siteKinds.includes(site.kind);
  return true;
}
