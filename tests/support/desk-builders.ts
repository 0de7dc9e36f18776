import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';

const rule = {
  acknowledgeWithin: '15m',
  respondWithin: '2h',
  aroundTheClock: false,
  // biome-ignore lint/suspicious/noThenProperty: the exchange format's own word
  then: ['deputy', 'dispatcher'],
} as const;

export function buildSettings(overrides: Partial<DeskSettings> = {}): DeskSettings {
  return {
    name: 'Ekbacken',
    language: 'sv',
    timezone: 'Europe/Stockholm',
    serviceHours: 'Mo-Fr 07:30-16:30; PH off',
    holidays: 'SE',
    secretFacts: ['alarm_code'],
    responsibility: [],
    contractors: [],
    referrals: [],
    escalation: { critical: rule, high: rule, moderate: rule, low: rule },
    ...overrides,
  };
}

export function buildSite(overrides: Partial<Site> = {}): Site {
  return {
    id: 'solrosen',
    name: 'Förskolan Solrosen',
    aliases: ['Solan'],
    kind: 'preschool',
    area: 'norra',
    address: null,
    phone: null,
    contactUpn: null,
    visitHours: null,
    visitNotes: null,
    parentId: null,
    critical: false,
    dependsOn: [],
    closedDays: [],
    lat: null,
    lon: null,
    facts: { wifi: 'Sol-Personal' },
    ...overrides,
  };
}

export function buildPerson(overrides: Partial<Person> = {}): Person {
  return {
    upn: 'anna@ekbacken.example',
    aadObjectId: null,
    name: 'Anna Ek',
    title: null,
    phone: null,
    homeSiteIds: ['solrosen'],
    roles: ['staff'],
    language: null,
    edits: null,
    facts: {},
    ...overrides,
  };
}

export function buildTechnician(overrides: Partial<Technician> = {}): Technician {
  return {
    upn: 'karin@ekbacken.example',
    areas: ['norra'],
    sites: [],
    skills: [],
    duty: 'Mo-Fr 07:30-16:00; PH off',
    onCall: null,
    shifts: [],
    absences: [],
    deputy: null,
    maxOpen: null,
    ...overrides,
  };
}
