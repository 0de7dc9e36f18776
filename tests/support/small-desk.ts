import { createDesk, type Desk } from '#bot/desk/desk.ts';
import type { Contractor, DeskSettings, ResponsibilityRow } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { buildPerson, buildSettings, buildSite, buildTechnician } from './desk-builders.ts';

/** A desk of two areas, three sites, three technicians and a dispatcher, small enough to know by heart. */
export const upns = {
  /** Area norra, all skills; deputy Bo. */
  anna: 'anna@desk.example',
  /** Area sodra, all skills but phone; deputy Anna. */
  bo: 'bo@desk.example',
  /** The school only; av and tablet; deputy Bo. */
  cia: 'cia@desk.example',
  dispatcher: 'dis@desk.example',
  /** Staff at solen. */
  eva: 'eva@desk.example',
  /** Staff at solen too. */
  finn: 'finn@desk.example',
};

export function person(upn: string, changes: Partial<Person> = {}): Person {
  const name = upn.split('@')[0] ?? upn;
  return buildPerson({
    upn,
    aadObjectId: `aad-${name}`,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    phone: '08-000 00 99',
    homeSiteIds: ['solen'],
    ...changes,
  });
}

export function technician(upn: string, changes: Partial<Technician> = {}): Technician {
  return buildTechnician({ upn, areas: [], ...changes });
}

export function site(id: string, changes: Partial<Site> = {}): Site {
  return buildSite({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    aliases: [],
    address: 'Gatan 1',
    phone: '08-000 00 01',
    visitHours: 'Mo-Fr 07:00-17:00',
    visitNotes: 'vila 12–13.30',
    facts: { network: 'fiber', switch: 'SW-441', alarm_code: '907612', key_location: 'bakom elskåpet' },
    ...changes,
  });
}

export function row(changes: Partial<ResponsibilityRow>): ResponsibilityRow {
  return {
    category: null,
    site: null,
    area: null,
    siteKind: null,
    handledBy: 'local',
    contractor: null,
    ...changes,
  };
}

export function contractor(changes: Partial<Contractor> = {}): Contractor {
  return {
    id: 'servicedesk',
    name: 'Servicedesken',
    connector: 'folder',
    serviceHours: 'Mo-Fr 07:00-18:00; PH off',
    phone: '08-000 40 00',
    email: null,
    promise: {},
    withhold: ['alarm_code', 'key_location', 'personal_identity_number', 'technician_notes'],
    settings: {},
    ...changes,
  };
}

export function smallSettings(changes: Partial<DeskSettings> = {}): DeskSettings {
  const then = ['deputy', 'any_technician', 'contractor', 'dispatcher'] as const;
  const rule = { respondWithin: '1d', aroundTheClock: false, then };
  return buildSettings({
    name: 'Testdesken',
    secretFacts: ['alarm_code', 'key_location'],
    responsibility: [
      row({ category: 'account', handledBy: 'contractor', contractor: 'servicedesk' }),
      row({ category: 'network', siteKind: 'office', handledBy: 'contractor', contractor: 'telebolaget' }),
      row({ category: 'printer', site: 'skolan', handledBy: 'contractor', contractor: 'telebolaget' }),
      row({ category: 'printer', area: 'sodra', handledBy: 'contractor', contractor: 'servicedesk' }),
      row({ category: 'application', handledBy: 'contractor', contractor: 'servicedesk' }),
      row({ category: 'network' }),
      row({ category: 'printer' }),
      row({ category: 'av' }),
      row({ category: 'tablet' }),
      row({ category: 'phone' }),
      row({ handledBy: 'contractor', contractor: 'servicedesk' }),
    ],
    contractors: [contractor(), contractor({ id: 'telebolaget', name: 'Telebolaget' })],
    escalation: {
      critical: { ...rule, acknowledgeWithin: '5m', aroundTheClock: true },
      high: { ...rule, acknowledgeWithin: '15m' },
      moderate: { ...rule, acknowledgeWithin: '1h' },
      low: { ...rule, acknowledgeWithin: '4h' },
    },
    ...changes,
  });
}

export type SmallDesk = {
  settings?: Partial<DeskSettings>;
  anna?: Partial<Technician>;
  bo?: Partial<Technician>;
  cia?: Partial<Technician>;
  technicians?: Technician[];
  people?: Person[];
  sites?: Site[];
};

export function smallDesk(changes: SmallDesk = {}): Desk {
  const { anna, bo, cia, dispatcher, eva, finn } = upns;
  const skills = ['account', 'workstation', 'tablet', 'printer', 'network', 'av', 'other'] as const;
  return createDesk({
    settings: smallSettings(changes.settings),
    sites: changes.sites ?? [
      site('solen'),
      site('skolan', { kind: 'school', area: 'sodra' }),
      site('kontoret', { kind: 'office' }),
    ],
    people: changes.people ?? [
      ...[anna, bo, cia].map((upn) => person(upn, { roles: ['technician'], phone: '08-000 00 10' })),
      person(dispatcher, { roles: ['dispatcher'] }),
      person(eva, { title: 'Barnskötare' }),
      person(finn),
    ],
    technicians: changes.technicians ?? [
      technician(anna, { areas: ['norra'], deputy: bo, ...changes.anna }),
      technician(bo, { areas: ['sodra'], deputy: anna, skills, ...changes.bo }),
      technician(cia, { sites: ['skolan'], deputy: bo, skills: ['av', 'tablet'], ...changes.cia }),
    ],
  });
}
