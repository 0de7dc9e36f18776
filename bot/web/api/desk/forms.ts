import type { Desk } from '#bot/desk/desk.ts';
import type { Contractor, DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type {
  ContractorForm,
  DeskForm,
  PersonForm,
  SiteForm,
  StoredTechnician,
  TechnicianForm,
} from '../contract/desk-contract.ts';

/** The desk's data as its forms have it. Nothing secret is in them. */

export function toSiteForm(site: Site, secretFacts: readonly string[]): SiteForm {
  const facts = Object.entries(site.facts);
  return {
    ...site,
    aliases: [...site.aliases],
    dependsOn: [...site.dependsOn],
    closedDays: [...site.closedDays],
    facts: Object.fromEntries(facts.filter(([name]) => !secretFacts.includes(name))),
    secretFacts: facts
      .filter(([name, value]) => secretFacts.includes(name) && value !== '')
      .map(([name]) => name),
  };
}

export function toPersonForm(person: Person): PersonForm {
  const { upn, name, title, phone, language } = person;
  return {
    ...{ upn, name, title, phone, language },
    homeSiteIds: [...person.homeSiteIds],
    roles: [...person.roles],
    edits: person.edits && [...person.edits],
  };
}

export function toTechnicianForm(technician: Technician, desk: Desk): StoredTechnician['value'] {
  const { upn, duty, onCall, deputy, maxOpen } = technician;
  return {
    ...{ upn, duty, onCall, deputy, maxOpen },
    name: desk.people.get(upn)?.name ?? upn,
    areas: [...technician.areas],
    sites: [...technician.sites],
    skills: [...technician.skills],
    shifts: technician.shifts.map(({ from, to }) => ({ from, to })),
    absences: technician.absences.map(({ from, to, reason }) => ({ from, to, reason })),
  };
}

export function toDeskForm(settings: DeskSettings): DeskForm {
  return {
    name: settings.name,
    serviceHours: settings.serviceHours,
    responsibility: settings.responsibility.map((row) => ({ ...row })),
    referrals: settings.referrals.map(({ about, to, phone }) => ({ about: [...about], to, phone })),
    contractors: settings.contractors.map(toContractorForm),
  };
}

function toContractorForm(contractor: Contractor): ContractorForm {
  const { id, name, connector, serviceHours, phone, email } = contractor;
  return {
    ...{ id, name, connector, serviceHours, phone, email },
    promise: Object.fromEntries(Object.entries(contractor.promise).filter(([, text]) => text !== undefined)),
    withhold: [...contractor.withhold],
    settingNames: Object.keys(contractor.settings),
  };
}

/** What of a technician a dispatcher may change. */
export const rotaFields = [
  'duty',
  'onCall',
  'shifts',
  'absences',
  'deputy',
] as const satisfies readonly (keyof TechnicianForm)[];
