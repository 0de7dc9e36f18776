import type { ConnectorKind, Contractor, DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type {
  ContractorForm,
  DeskForm,
  PersonForm,
  SiteForm,
  TechnicianForm,
} from '../contract/desk-contract.ts';

/** Forms as they are to be stored. What a form does not show stays as it is stored. */

/**
 * A secret fact is set by its value among the facts, kept by its name among `secretFacts`, and cleared by neither.
 * `current` null: a new site.
 */
export function siteOf(form: SiteForm, current: Site | null, secretFacts: readonly string[]): Site {
  const { secretFacts: kept, facts, ...rest } = form;
  const written = Object.entries(facts)
    .map(([name, value]) => [name.trim(), value.trim()] as const)
    .filter(([, value]) => value !== '');
  const stored = Object.entries(current?.facts ?? {}).filter(
    ([name]) => secretFacts.includes(name) && kept.includes(name),
  );
  return {
    ...rest,
    aliases: cleaned(rest.aliases),
    area: rest.area.trim(),
    address: filled(rest.address),
    phone: filled(rest.phone),
    contactUpn: filled(rest.contactUpn)?.toLowerCase() ?? null,
    visitHours: filled(rest.visitHours),
    visitNotes: filled(rest.visitNotes),
    parentId: filled(rest.parentId),
    dependsOn: cleaned(rest.dependsOn),
    closedDays: cleaned(rest.closedDays),
    facts: inOrderOf(current?.facts ?? {}, Object.fromEntries([...stored, ...written])),
  };
}

/** Facts keep their columns' order, so that an export differs only where something changed. */
function inOrderOf(before: Site['facts'], facts: Site['facts']): Site['facts'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(facts)])];
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
  );
}

export function personOf(form: PersonForm, current: Person | null): Person {
  return {
    upn: form.upn.toLowerCase(),
    aadObjectId: current?.aadObjectId ?? null,
    name: form.name,
    title: filled(form.title),
    phone: filled(form.phone),
    homeSiteIds: cleaned(form.homeSiteIds),
    roles: [...new Set(form.roles)],
    language: filled(form.language),
    edits: form.edits && cleaned(form.edits),
    facts: current?.facts ?? {},
  };
}

export function technicianOf(form: TechnicianForm): Technician {
  const { shifts, absences, skills, maxOpen } = form;
  return {
    upn: form.upn.trim().toLowerCase(),
    areas: cleaned(form.areas),
    sites: cleaned(form.sites),
    skills: [...new Set(skills)],
    duty: form.duty.trim(),
    onCall: filled(form.onCall),
    shifts,
    absences: absences.map((absence) => ({ ...absence, reason: filled(absence.reason) })),
    deputy: filled(form.deputy)?.toLowerCase() ?? null,
    maxOpen,
  };
}

export function settingsOf(form: DeskForm, current: DeskSettings): DeskSettings {
  return {
    ...current,
    name: form.name,
    serviceHours: form.serviceHours.trim(),
    responsibility: form.responsibility.map((row) => ({
      ...row,
      site: filled(row.site),
      area: filled(row.area),
      contractor: row.handledBy === 'contractor' ? filled(row.contractor) : null,
    })),
    referrals: form.referrals.map(({ about, to, phone }) => ({
      about: cleaned(about),
      to,
      phone: filled(phone),
    })),
    contractors: form.contractors.map((one) => contractorOf(one, current.contractors)),
  };
}

function contractorOf(form: ContractorForm, current: readonly Contractor[]): Contractor {
  const known = current.find(({ id }) => id === form.id);
  const promises = priorityLevels.flatMap((level) => {
    const text = form.promise[level]?.trim() ?? '';
    return text === '' ? [] : [[level, text] as const];
  });
  return {
    id: form.id,
    name: form.name,
    connector: isConnector(form.connector) ? form.connector : (known?.connector ?? 'folder'),
    serviceHours: filled(form.serviceHours),
    phone: filled(form.phone),
    email: filled(form.email),
    promise: Object.fromEntries(promises),
    withhold: cleaned(form.withhold),
    settings: known?.settings ?? {},
  };
}

const connectors: readonly string[] = [
  'folder',
  'email',
  'servicenow',
  'jira-service-management',
  'zammad',
  'topdesk',
] satisfies ConnectorKind[];

export function isConnector(name: string): name is ConnectorKind {
  return connectors.includes(name);
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function cleaned(list: readonly string[]): string[] {
  return [...new Set(list.map((text) => text.trim()).filter((text) => text !== ''))];
}
