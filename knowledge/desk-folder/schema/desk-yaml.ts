import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import type {
  Contractor,
  DeskSettings,
  EscalationRule,
  Referral,
  ResponsibilityRow,
} from '#bot/desk/desk-settings.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { SiteKind } from '#bot/desk/site.ts';
import { DurationField, Hours, Id, Text, TextList } from './fields.ts';
import { mapPeopleRule, PeopleRuleYaml } from './people-rules-yaml.ts';
import { RetentionYaml } from './retention-yaml.ts';

const connectorKinds = [
  'folder',
  'email',
  'servicenow',
  'jira-service-management',
  'zammad',
  'topdesk',
] as const;

const Timezone = z
  .string()
  .refine(isTimezone, 'an IANA time zone such as Europe/Stockholm')
  .describe('IANA time zone');

/** What a desk keeps secret when desk.yaml does not say: forgetting the line must not show an alarm code. */
export const defaultSecretFacts = ['alarm_code', 'key_location'];

export const ResponsibilityRowYaml = z.object({
  category: Category.optional(),
  site: Id.optional(),
  area: Text.optional(),
  site_kind: SiteKind.optional(),
  handled_by: z.enum(['local', 'contractor']),
  contractor: Id.optional(),
});

export const ContractorYaml = z.looseObject({
  id: Id,
  name: Text,
  connector: z.enum(connectorKinds),
  service_hours: Hours.optional(),
  phone: Text.optional(),
  email: Text.optional(),
  promise: z.partialRecord(z.enum(priorityLevels), DurationField).optional(),
  /** Until somebody there is heard; read for the contractors' record. */
  respond_promise: z.partialRecord(z.enum(priorityLevels), DurationField).optional(),
  withhold: TextList.optional(),
});

export const ReferralYaml = z.object({ about: TextList, to: Text, phone: Text.optional() });

export const EscalationRuleYaml = z.object({
  acknowledge_within: DurationField,
  respond_within: DurationField,
  around_the_clock: z.boolean({ error: 'true or false' }).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the exchange format's word; it holds data and is never awaited.
  then: z.array(z.enum(['deputy', 'any_technician', 'contractor', 'dispatcher'])).optional(),
});

export const DeskYaml = z
  .object({
    name: Text,
    language: z.enum(['sv', 'en']).default('sv'),
    timezone: Timezone.default('Europe/Stockholm'),
    service_hours: Hours,
    holidays: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'a two-letter country code such as SE')
      .default('SE'),
    secret_facts: TextList.default(defaultSecretFacts),
    responsibility: z.array(ResponsibilityRowYaml).min(1, 'at least one row'),
    contractors: z.array(ContractorYaml).default([]),
    referrals: z.array(ReferralYaml).default([]),
    escalation: z.object({
      critical: EscalationRuleYaml,
      high: EscalationRuleYaml,
      moderate: EscalationRuleYaml,
      low: EscalationRuleYaml,
    }),
    people_rules: z.array(PeopleRuleYaml).optional(),
    retention: RetentionYaml.optional(),
  })
  .meta({ title: 'desk.yaml' });
export type DeskYaml = z.infer<typeof DeskYaml>;

export function mapDeskSettings(yaml: DeskYaml): DeskSettings {
  return {
    name: yaml.name,
    language: yaml.language,
    timezone: yaml.timezone,
    serviceHours: yaml.service_hours,
    holidays: yaml.holidays.toUpperCase(),
    secretFacts: yaml.secret_facts,
    responsibility: yaml.responsibility.map(mapResponsibilityRow),
    contractors: yaml.contractors.map(mapContractor),
    referrals: yaml.referrals.map(
      (row): Referral => ({ about: row.about, to: row.to, phone: row.phone ?? null }),
    ),
    escalation: {
      critical: mapEscalationRule(yaml.escalation.critical),
      high: mapEscalationRule(yaml.escalation.high),
      moderate: mapEscalationRule(yaml.escalation.moderate),
      low: mapEscalationRule(yaml.escalation.low),
    },
    ...(yaml.retention && { retention: yaml.retention }),
    ...(yaml.people_rules && { peopleRules: yaml.people_rules.map(mapPeopleRule) }),
  };
}

function mapResponsibilityRow(row: DeskYaml['responsibility'][number]): ResponsibilityRow {
  return {
    category: row.category ?? null,
    site: row.site ?? null,
    area: row.area ?? null,
    siteKind: row.site_kind ?? null,
    handledBy: row.handled_by,
    contractor: row.handled_by === 'contractor' ? (row.contractor ?? null) : null,
  };
}

function mapContractor(yaml: DeskYaml['contractors'][number]): Contractor {
  const { id, name, connector, service_hours, phone, email, promise, withhold, ...settings } = yaml;
  return {
    id,
    name,
    connector,
    serviceHours: service_hours ?? null,
    phone: phone ?? null,
    email: email ?? null,
    promise: Object.fromEntries(Object.entries(promise ?? {}).filter(([, value]) => value !== undefined)),
    withhold: withhold ?? [],
    settings,
  };
}

function mapEscalationRule(rule: DeskYaml['escalation']['critical']): EscalationRule {
  return {
    acknowledgeWithin: rule.acknowledge_within,
    respondWithin: rule.respond_within,
    aroundTheClock: rule.around_the_clock ?? false,
    // biome-ignore lint/suspicious/noThenProperty: the exchange format's word; it holds data and is never awaited.
    then: rule.then ?? [],
  };
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
