import { z } from 'zod';

export const roles = ['staff', 'reader', 'technician', 'editor', 'dispatcher', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Somebody of the organisation: one row of people.csv. */
export type Person = {
  /** User principal name, lower case; the stable id within the desk. */
  readonly upn: string;
  /** Entra object id, a lower-case GUID: what Teams identifies people by. */
  readonly aadObjectId: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly phone: string | null;
  readonly homeSiteIds: readonly string[];
  /** Never empty: nothing in the cell means `staff`. */
  readonly roles: readonly Role[];
  /** ISO 639-1 as written in people.csv; the reply follows the message's language, not this. */
  readonly language: string | null;
  /** Site ids, area ids or `*` that an editor may edit; null means the home sites. */
  readonly edits: readonly string[] | null;
  readonly facts: Readonly<Record<string, string>>;
};

/** Somebody of the tenant who is not listed: staff without a home site. */
export function unlistedPerson(person: { upn: string; aadObjectId: string | null; name: string }): Person {
  return {
    ...person,
    title: null,
    phone: null,
    homeSiteIds: [],
    roles: ['staff'],
    language: null,
    edits: null,
    facts: {},
  };
}

/** Their stable id, made of the Entra object id. */
export function unlistedUpn(aadObjectId: string | null): string {
  return `unlisted:${aadObjectId ?? 'unknown'}`;
}

/** The Entra object id in such an id; null for somebody who is listed, and for one of whom nothing is known. */
export function objectIdOfUnlisted(upn: string): string | null {
  return /^unlisted:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(upn)?.[1] ?? null;
}
