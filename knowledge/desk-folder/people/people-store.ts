import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { DirectoryPerson } from '#bot/desk/directory-person.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { PeoplePlan } from './plan-people.ts';

/** What a sync starts from, all of one moment. */
export type StoredPeople = {
  /** Null: no desk was imported yet. */
  readonly settings: DeskSettings | null;
  readonly sites: readonly Site[];
  /** As the desk itself lists them, with nothing filled in. */
  readonly listed: readonly Person[];
  readonly directory: readonly DirectoryPerson[];
  /** Moves with every change of the desk. */
  readonly revision: number;
};

export type PeopleSyncRecord = {
  readonly at: Date;
  readonly source: 'csv' | 'graph';
  readonly known: number;
  readonly left: number;
};

/** Whether the bot has a way to somebody. */
export type Reach = 'reached' | 'blocked' | 'never';

/** Where what came from the directory is kept. */
export type PeopleStore = {
  load(): Promise<StoredPeople>;
  /**
   * Writes the plan in one transaction, or nothing. Those who wrote before they were known keep their cases.
   * @throws InvalidInput when the desk was changed since `basedOn`.
   */
  apply(
    plan: Pick<PeoplePlan, 'add' | 'update' | 'leave' | 'forget'>,
    about: { readonly at: Date; readonly source: 'csv' | 'graph'; readonly basedOn: number },
  ): Promise<void>;
  /** Null: never synced. */
  lastSync(): Promise<PeopleSyncRecord | null>;
  /** By upn and by object id (`oid:…`): who is absent was never met. */
  reach(): Promise<ReadonlyMap<string, Exclude<Reach, 'never'>>>;
};
