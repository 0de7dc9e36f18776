import type { ContractorAccess } from '#bot/settings/contractor-settings.ts';
import type { HttpOptions } from './client.ts';

export type AccessByContractor = ReadonlyMap<string, ContractorAccess>;

/** What every connector over HTTP is made with. */
export type RestOptions = {
  readonly http: HttpOptions;
  readonly access: AccessByContractor;
  /** The language of what people read in another system. */
  readonly language: 'sv' | 'en';
};
