import { Document, isCollection, isPair, isScalar, visit } from 'yaml';
import type { Contractor, DeskSettings, EscalationRule } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { type Note, sharedFolder } from '../note.ts';
import { formatCsv } from './csv.ts';
import { defaultSecretFacts } from './schema/desk-yaml.ts';
import { expectedPersonColumns } from './schema/people-csv.ts';
import { peopleRuleYaml } from './schema/people-rules-yaml.ts';
import { expectedSiteColumns } from './schema/sites-csv.ts';

/** The texts of a desk folder's files, from what they were read to. What has its default is left out. */

type Fields = Readonly<Record<string, unknown>>;

export function deskYamlText(settings: DeskSettings): string {
  return yamlText(
    {
      name: settings.name,
      language: settings.language,
      timezone: settings.timezone,
      service_hours: settings.serviceHours,
      holidays: settings.holidays,
      secret_facts: settings.secretFacts,
      responsibility: settings.responsibility.map((row) =>
        present({
          category: row.category,
          site: row.site,
          area: row.area,
          site_kind: row.siteKind,
          handled_by: row.handledBy,
          contractor: row.contractor,
        }),
      ),
      contractors: settings.contractors.map(contractorYaml),
      referrals: settings.referrals.map((row) => present({ about: row.about, to: row.to, phone: row.phone })),
      escalation: Object.fromEntries(
        Object.entries(settings.escalation).map(([level, rule]) => [level, escalationYaml(rule)]),
      ),
      ...(settings.retention && { retention: settings.retention }),
      ...(settings.peopleRules && { people_rules: settings.peopleRules.map(peopleRuleYaml) }),
    },
    2,
  );
}

function contractorYaml(contractor: Contractor): Fields {
  const { promise, withhold } = contractor;
  return present({
    id: contractor.id,
    name: contractor.name,
    connector: contractor.connector,
    service_hours: contractor.serviceHours,
    phone: contractor.phone,
    email: contractor.email,
    promise: Object.keys(promise).length > 0 ? promise : null,
    withhold: withhold.length > 0 ? withhold : null,
    ...contractor.settings,
  });
}

function escalationYaml(rule: EscalationRule): Fields {
  return {
    acknowledge_within: rule.acknowledgeWithin,
    respond_within: rule.respondWithin,
    ...(rule.aroundTheClock && { around_the_clock: true }),
    // biome-ignore lint/suspicious/noThenProperty: the exchange format's word; it holds data and is never awaited.
    then: rule.then,
  };
}

export function sitesCsvText(sites: readonly Site[], secretFacts: readonly string[]): string {
  const optional = ['depends_on', 'closed_days', 'lat', 'lon'];
  const rows = sites.map((site) => siteCells(site));
  const used = optional.filter((column) => rows.some((row) => row[column] !== ''));
  const declared = secretFacts.filter((fact) => !defaultSecretFacts.includes(fact));
  const facts = factColumns(sites, declared);
  return table([...expectedSiteColumns, ...used], facts, sites, rows);
}

function siteCells(site: Site): Record<string, string> {
  return {
    id: site.id,
    name: site.name,
    aliases: site.aliases.join(';'),
    kind: site.kind,
    area: site.area,
    address: site.address ?? '',
    phone: site.phone ?? '',
    contact_upn: site.contactUpn ?? '',
    visit_hours: site.visitHours ?? '',
    visit_notes: site.visitNotes ?? '',
    parent_id: site.parentId ?? '',
    critical: String(site.critical),
    depends_on: site.dependsOn.join(';'),
    closed_days: site.closedDays.join(';'),
    lat: site.lat === null ? '' : String(site.lat),
    lon: site.lon === null ? '' : String(site.lon),
  };
}

export function peopleCsvText(people: readonly Person[]): string {
  const rows = people.map(personCells);
  const edits = rows.some((row) => row.edits !== '') ? ['edits'] : [];
  return table([...expectedPersonColumns, ...edits], factColumns(people, []), people, rows);
}

function personCells(person: Person): Record<string, string> {
  const onlyStaff = person.roles.length === 1 && person.roles[0] === 'staff';
  return {
    upn: person.upn,
    aad_object_id: person.aadObjectId ?? '',
    name: person.name,
    title: person.title ?? '',
    phone: person.phone ?? '',
    home_site_ids: person.homeSiteIds.join(';'),
    roles: onlyStaff ? '' : person.roles.join(';'),
    language: person.language ?? '',
    edits: (person.edits ?? []).join(';'),
  };
}

type WithFacts = { readonly facts: Readonly<Record<string, string>> };

/** In the order in which they are first met. */
function factColumns(items: readonly WithFacts[], declared: readonly string[]): string[] {
  return [...new Set([...items.flatMap((item) => Object.keys(item.facts)), ...declared])];
}

function table(
  columns: readonly string[],
  facts: readonly string[],
  items: readonly WithFacts[],
  rows: readonly Record<string, string>[],
): string {
  const body = items.map((item, index) => [
    ...columns.map((column) => rows[index]?.[column] ?? ''),
    ...facts.map((fact) => item.facts[fact] ?? ''),
  ]);
  return formatCsv([[...columns, ...facts], ...body]);
}

export function techniciansYamlText(technicians: readonly Technician[]): string {
  const entries = technicians.map((technician) =>
    present({
      upn: technician.upn,
      areas: filled(technician.areas),
      sites: filled(technician.sites),
      skills: technician.skills,
      duty: technician.duty,
      on_call: technician.onCall,
      shifts: filled(technician.shifts),
      absences: filled(technician.absences.map((absence) => present(absence))),
      deputy: technician.deputy,
      max_open: technician.maxOpen,
    }),
  );
  return yamlText(entries, 2);
}

/** The front matter is ours, the body is byte for byte what it was. */
export function noteText(note: Note): string {
  const folder = note.id.split('/')[0] ?? '';
  const ownSite = folder !== sharedFolder && note.sites.length === 1 && note.sites[0] === folder;
  const frontMatter = present({
    title: note.title,
    category: note.category,
    sites: ownSite ? null : filled(note.sites),
    site_kinds: filled(note.siteKinds),
    audience: note.audience,
    symptoms: filled(note.symptoms),
    asset: note.asset,
    warning: note.warning,
    handled_by: note.handledBy,
    owner: note.owner,
    status: note.status === 'published' ? null : note.status,
    confidence: note.confidence === 'validated' ? null : note.confidence,
    last_verified: note.lastVerified,
    review_by: note.reviewBy,
    valid_from: note.validFrom,
    valid_to: note.validTo,
    ...note.extra,
  });
  return `---\n${yamlText(frontMatter, 1)}---\n${note.body.replace(/\r\n?/g, '\n')}`;
}

function filled<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function present(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Collections from that depth on stand on one line, as people write them. */
function yamlText(value: unknown, flowFrom: number): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, node, path) {
      const depth = path.filter(isCollection).length;
      // A contractor has too many keys for one line.
      const isContractor = path.some(
        (parent) => isPair(parent) && isScalar(parent.key) && parent.key.value === 'contractors',
      );
      if (depth >= flowFrom + (isContractor ? 1 : 0)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
