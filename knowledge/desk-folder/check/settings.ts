import type { DeskSettings, ResponsibilityRow } from '#bot/desk/desk-settings.ts';
import { parseDuration } from '#bot/desk/duration.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { hoursProblem } from '#bot/desk/service-hours.ts';
import { type Fault, type FaultText, faultAt, type Located } from '../fault.ts';
import { fieldFaults } from '../messages.ts';
import { deskFaults, referenceFaults, secretFaults } from '../messages-on-content.ts';
import { defaultSecretFacts } from '../schema/desk-yaml.ts';
import { siteColumns } from '../schema/sites-csv.ts';
import { suggest } from '../suggest.ts';
import { type CheckContext, missing } from './context.ts';
import { checkHours } from './hours.ts';

/** desk.yaml against itself and the rest. */
export function checkSettings(context: CheckContext): Fault[] {
  const { settings } = context.parts;
  if (settings === null) return [];
  return [
    ...checkDeskHours(settings, context),
    ...checkMatrix(settings, context),
    ...checkContractors(settings, context),
    ...checkEscalation(settings, context),
    ...checkSecretFacts(settings, context),
    ...checkPeopleRules(settings, context),
  ];
}

function checkPeopleRules(settings: Located<DeskSettings>, { parts, sites }: CheckContext): Fault[] {
  return (settings.value.peopleRules ?? []).flatMap(({ gives }, index) => {
    const named = gives.kind === 'sites' ? gives.siteIds : [];
    return named.flatMap((id) => {
      const fault = missing(id, sites, parts.known.sites, referenceFaults.site);
      return fault === null ? [] : [faultAt(settings, ['people_rules', index, 'site'], fault)];
    });
  });
}

function checkDeskHours(settings: Located<DeskSettings>, { time }: CheckContext): Fault[] {
  const { value } = settings;
  const holidays = hoursProblem('Mo-Fr 08:00-16:00; PH off', time) !== null;
  return [
    ...checkHours(settings, ['service_hours'], value.serviceHours, time),
    ...value.contractors.flatMap((contractor, index) =>
      checkHours(settings, ['contractors', index, 'service_hours'], contractor.serviceHours, time),
    ),
    ...(holidays
      ? [
          faultAt(
            settings,
            ['holidays'],
            fieldFaults.wrong(
              'holidays',
              `"${value.holidays}"`,
              'a country code whose holidays are known, such as SE',
            ),
          ),
        ]
      : []),
  ];
}

function checkMatrix(settings: Located<DeskSettings>, context: CheckContext): Fault[] {
  const rows = settings.value.responsibility;
  const faults = rows.flatMap((row, index) => checkRow(settings, row, index, context));
  const kinds = new Map(context.parts.sites.map((site) => [site.value.id, site.value]));
  for (const [index, row] of rows.entries()) {
    const by = rows.slice(0, index).findIndex((earlier) => covers(earlier, row, kinds));
    if (by !== -1) {
      faults.push(faultAt(settings, ['responsibility', index], deskFaults.unreachableRow(index + 1, by + 1)));
    }
  }
  if (!rows.some(isCatchAll)) faults.push(faultAt(settings, ['responsibility'], deskFaults.noCatchAll()));
  return faults;
}

function checkRow(
  settings: Located<DeskSettings>,
  row: ResponsibilityRow,
  index: number,
  { parts, sites, areas, contractors }: CheckContext,
): Fault[] {
  const at = (key: string, text: FaultText | null) =>
    text ? [faultAt(settings, ['responsibility', index, key], text)] : [];
  const lacksContractor = row.handledBy === 'contractor' && row.contractor === null;
  return [
    ...(row.site === null
      ? []
      : at('site', missing(row.site, sites, parts.known.sites, referenceFaults.site))),
    ...(row.area === null
      ? []
      : at('area', missing(row.area, areas, parts.known.sites, referenceFaults.area))),
    ...at('handled_by', lacksContractor ? deskFaults.rowWithoutContractor() : null),
    ...(row.contractor === null
      ? []
      : at('contractor', missing(row.contractor, contractors, true, referenceFaults.contractor))),
  ];
}

function isCatchAll(row: ResponsibilityRow): boolean {
  return row.category === null && row.site === null && row.area === null && row.siteKind === null;
}

/** True when the earlier row matches whatever the later one does. */
function covers(
  earlier: ResponsibilityRow,
  later: ResponsibilityRow,
  sites: ReadonlyMap<string, { readonly area: string; readonly kind: string }>,
): boolean {
  const site = later.site === null ? undefined : sites.get(later.site);
  return (
    (earlier.category === null || earlier.category === later.category) &&
    (earlier.site === null || earlier.site === later.site) &&
    (earlier.area === null || earlier.area === (later.area ?? site?.area)) &&
    (earlier.siteKind === null || earlier.siteKind === (later.siteKind ?? site?.kind))
  );
}

const secretKey = /pass(?:word|wd|phrase)?$|token|secret|api_?key|credential|lösenord/i;

function checkContractors(settings: Located<DeskSettings>, { parts }: CheckContext): Fault[] {
  const facts = [...parts.named.siteColumns, ...siteColumns, ...withholdable, ...settings.value.secretFacts];
  return settings.value.contractors.flatMap((contractor, index) => [
    ...(contractor.connector === 'email' && contractor.email === null
      ? [faultAt(settings, ['contractors', index, 'connector'], deskFaults.noAddress())]
      : []),
    ...contractor.withhold
      .filter((name) => !facts.includes(name))
      .map((name) =>
        faultAt(
          settings,
          ['contractors', index, 'withhold'],
          deskFaults.unknownWithheld(name, suggest(name, facts)),
        ),
      ),
    ...Object.entries(contractor.settings)
      .filter(([key, value]) => secretKey.test(key) && typeof value === 'string')
      .map(([key]) => faultAt(settings, ['contractors', index, key], secretFaults.credential(key))),
  ]);
}

/** What `withhold` may name that is no column of sites.csv. */
const withholdable = [
  'personal_identity_number',
  'technician_notes',
  'requester_phone',
  'requester_name',
  'requester_title',
  'requester_upn',
  'dialogue',
  'attachments',
];

function checkEscalation(settings: Located<DeskSettings>, { parts, contractors }: CheckContext): Fault[] {
  const rules = priorityLevels.map((level) => [level, settings.value.escalation[level]] as const);
  const uses = (step: string) => rules.find(([, rule]) => rule.then.some((wanted) => wanted === step))?.[0];
  const dispatcher = uses('dispatcher');
  const contractor = uses('contractor');
  const hasDispatcher = parts.people.some((person) => person.value.roles.includes('dispatcher'));
  return [
    ...rules
      .filter(([, rule]) => isShorter(rule.respondWithin, rule.acknowledgeWithin))
      .map(([level]) => faultAt(settings, ['escalation', level], deskFaults.respondBeforeAcknowledge(level))),
    ...(dispatcher !== undefined && parts.known.people && !hasDispatcher
      ? [faultAt(settings, ['escalation', dispatcher], deskFaults.noDispatcher())]
      : []),
    ...(contractor !== undefined && contractors.size === 0
      ? [faultAt(settings, ['escalation', contractor], deskFaults.escalatesToNobody())]
      : []),
  ];
}

/** Only what can be compared: how long a service day is differs. */
function isShorter(a: string, b: string): boolean {
  const [first, second] = [parseDuration(a), parseDuration(b)];
  return first.unit === second.unit && first.amount < second.amount;
}

function checkSecretFacts(settings: Located<DeskSettings>, { parts }: CheckContext): Fault[] {
  if (!parts.known.sites) return [];
  const columns = parts.named.siteColumns;
  return settings.value.secretFacts.flatMap((name, index) => {
    const likely = columns.has(name) ? null : suggest(name, columns);
    if (likely !== null) {
      return [faultAt(settings, ['secret_facts', index], deskFaults.unknownSecretFact(name, likely))];
    }
    // The usual names are secret without being asked for, so that a desk has no such column is no fault.
    if (columns.has(name) || defaultSecretFacts.includes(name)) return [];
    return [faultAt(settings, ['secret_facts', index], deskFaults.unusedSecretFact(name))];
  });
}
