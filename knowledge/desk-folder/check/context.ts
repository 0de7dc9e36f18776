import type { DeskTime } from '#bot/desk/service-hours.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { FaultText } from '../fault.ts';
import { suggest } from '../suggest.ts';

/** What every check needs: what exists, and the desk's zone and holidays (the usual ones while they are unknown). */
export type CheckContext = {
  readonly parts: DeskParts;
  readonly time: DeskTime;
  readonly sites: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly technicians: ReadonlySet<string>;
  readonly contractors: ReadonlySet<string>;
};

export function createCheckContext(parts: DeskParts): CheckContext {
  const settings = parts.settings?.value;
  const lower = (names: readonly { id: string }[]) => new Set(names.map((name) => name.id.toLowerCase()));
  return {
    parts,
    time: { timezone: settings?.timezone ?? 'Europe/Stockholm', holidays: settings?.holidays ?? 'SE' },
    sites: new Set(parts.named.sites.map((site) => site.id)),
    areas: parts.named.areas,
    people: lower(parts.named.people),
    technicians: lower(parts.named.technicians),
    contractors: new Set(parts.named.contractors.map((contractor) => contractor.id)),
  };
}

/** The fault of a mention of something that is not there; null when it is, or when that cannot be known. */
export function missing(
  id: string,
  existing: ReadonlySet<string>,
  known: boolean,
  text: (id: string, suggestion: string | null) => FaultText,
): FaultText | null {
  if (!known || existing.has(id)) return null;
  return text(id, suggest(id, existing));
}
