import type { DeskSettings } from './desk-settings.ts';
import type { Person } from './person.ts';
import type { Site } from './site.ts';
import type { Technician } from './technician.ts';

/** Everything that the desk knows but its notes, as of one moment. Immutable: a change makes a new one. */
export type Desk = {
  readonly settings: DeskSettings;
  readonly sites: ReadonlyMap<string, Site>;
  /** By upn. */
  readonly people: ReadonlyMap<string, Person>;
  /** By upn. */
  readonly technicians: ReadonlyMap<string, Technician>;
};

export function createDesk(parts: {
  settings: DeskSettings;
  sites: readonly Site[];
  people: readonly Person[];
  technicians: readonly Technician[];
}): Desk {
  return {
    settings: parts.settings,
    sites: new Map(parts.sites.map((site) => [site.id, site])),
    people: new Map(parts.people.map((person) => [person.upn, person])),
    technicians: new Map(parts.technicians.map((technician) => [technician.upn, technician])),
  };
}
