import { z } from 'zod';

export const siteKinds = [
  'preschool',
  'school',
  'leisure',
  'elderly-care',
  'office',
  'library',
  'other',
] as const;
export const SiteKind = z.enum(siteKinds);
export type SiteKind = z.infer<typeof SiteKind>;

/** A place where staff work: one row of sites.csv. Empty cells are null or empty lists. */
export type Site = {
  readonly id: string;
  readonly name: string;
  /** What people really say: "Solan". */
  readonly aliases: readonly string[];
  readonly kind: SiteKind;
  readonly area: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly contactUpn: string | null;
  /** opening_hours syntax. */
  readonly visitHours: string | null;
  /** In words: "vila 12–13.30". */
  readonly visitNotes: string | null;
  readonly parentId: string | null;
  readonly critical: boolean;
  /** Sites whose network or power this one hangs on. */
  readonly dependsOn: readonly string[];
  /** Dates (`2026-12-24`) or ranges (`2026-12-24/2027-01-06`) as written. */
  readonly closedDays: readonly string[];
  readonly lat: number | null;
  readonly lon: number | null;
  /** Every further column, by its header: network, switch, wifi, alarm_code … Some are secret: see DeskSettings. */
  readonly facts: Readonly<Record<string, string>>;
};
