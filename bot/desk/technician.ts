import type { Category } from './category.ts';

/** A stretch of time: whole days (`2026-07-01`, both included) or instants (ISO 8601; without offset: the desk's zone). */
export type Period = { readonly from: string; readonly to: string };
export type Absence = Period & { readonly reason: string | null };

/** A named local technician: one entry of technicians.yaml. */
export type Technician = {
  readonly upn: string;
  readonly areas: readonly string[];
  readonly sites: readonly string[];
  /** Empty = all. */
  readonly skills: readonly Category[];
  /** opening_hours syntax. */
  readonly duty: string;
  /** Reachable for critical cases outside duty; opening_hours syntax. */
  readonly onCall: string | null;
  readonly shifts: readonly Period[];
  readonly absences: readonly Absence[];
  readonly deputy: string | null;
  /** At or above it a technician counts as not ready, except for critical cases; null = no limit. */
  readonly maxOpen: number | null;
};
