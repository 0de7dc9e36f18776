/** One person as a directory or a list of people names them, before the rules have looked. */
export type DirectoryEntry = {
  /** Lower case; null where the list has none. */
  readonly objectId: string | null;
  /** Lower case. */
  readonly upn: string;
  readonly name: string;
  readonly department: string | null;
  readonly office: string | null;
  readonly city: string | null;
  readonly company: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  /** False: the account is closed. */
  readonly enabled: boolean;
  readonly guest: boolean;
};
