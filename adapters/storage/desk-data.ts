import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { type DeskSettings, directoryFields } from '#bot/desk/desk-settings.ts';
import { type Person, Role } from '#bot/desk/person.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import { retentionNames } from '#bot/desk/retention.ts';
import { type Site, SiteKind } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Note } from '#knowledge/note.ts';

const text = z.string();
const maybeText = z.string().nullable();
const texts = z.array(text);
const maybeNumber = z.number().nullable();

const Contractor = z.object({
  id: text,
  name: text,
  connector: z.enum(['folder', 'email', 'servicenow', 'jira-service-management', 'zammad', 'topdesk']),
  serviceHours: maybeText,
  phone: maybeText,
  email: maybeText,
  promise: z.object({
    critical: text.exactOptional(),
    high: text.exactOptional(),
    moderate: text.exactOptional(),
    low: text.exactOptional(),
  }),
  withhold: texts,
  settings: z.record(text, z.unknown()),
});

const ResponsibilityRow = z.object({
  category: Category.nullable(),
  site: maybeText,
  area: maybeText,
  siteKind: SiteKind.nullable(),
  handledBy: z.enum(['local', 'contractor']),
  contractor: maybeText,
});

const EscalationRule = z.object({
  acknowledgeWithin: text,
  respondWithin: text,
  aroundTheClock: z.boolean(),
  // biome-ignore lint/suspicious/noThenProperty: the exchange format's own word
  then: z.array(z.enum(['deputy', 'any_technician', 'contractor', 'dispatcher'])),
});

const PeopleRule = z.object({
  when: z.partialRecord(z.enum(directoryFields), texts.exactOptional()),
  gives: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sites'), siteIds: texts }),
    z.object({ kind: z.literal('site-named-by'), field: z.enum(directoryFields) }),
    z.object({ kind: z.literal('leave-out') }),
  ]),
});

/** The `data` columns of the desk's tables. */
export const SettingsData = z.object({
  name: text,
  language: z.enum(['sv', 'en']),
  timezone: text,
  serviceHours: text,
  holidays: text,
  secretFacts: texts,
  responsibility: z.array(ResponsibilityRow),
  contractors: z.array(Contractor),
  referrals: z.array(z.object({ about: texts, to: text, phone: maybeText })),
  escalation: z.record(PriorityLevel, EscalationRule),
  peopleRules: z.array(PeopleRule).exactOptional(),
  retention: z.partialRecord(z.enum(retentionNames), z.number().exactOptional()).exactOptional(),
}) satisfies z.ZodType<DeskSettings>;

export const SiteData = z.object({
  id: text,
  name: text,
  aliases: texts,
  kind: SiteKind,
  area: text,
  address: maybeText,
  phone: maybeText,
  contactUpn: maybeText,
  visitHours: maybeText,
  visitNotes: maybeText,
  parentId: maybeText,
  critical: z.boolean(),
  dependsOn: texts,
  closedDays: texts,
  lat: maybeNumber,
  lon: maybeNumber,
  facts: z.record(text, text),
}) satisfies z.ZodType<Site>;

export const PersonData = z.object({
  upn: text,
  aadObjectId: maybeText,
  name: text,
  title: maybeText,
  phone: maybeText,
  homeSiteIds: texts,
  roles: z.array(Role),
  language: maybeText,
  edits: texts.nullable(),
  facts: z.record(text, text),
}) satisfies z.ZodType<Person>;

const Period = z.object({ from: text, to: text });

export const TechnicianData = z.object({
  upn: text,
  areas: texts,
  sites: texts,
  skills: z.array(Category),
  duty: text,
  onCall: maybeText,
  shifts: z.array(Period),
  absences: z.array(Period.extend({ reason: maybeText })),
  deputy: maybeText,
  maxOpen: maybeNumber,
}) satisfies z.ZodType<Technician>;

export const NoteData = z.object({
  id: text,
  title: text,
  category: Category,
  sites: texts,
  siteKinds: z.array(SiteKind),
  audience: z.enum(['staff', 'technician']),
  symptoms: texts,
  asset: maybeText,
  warning: maybeText,
  handledBy: maybeText,
  owner: maybeText,
  status: z.enum(['draft', 'in-review', 'published', 'archived']),
  confidence: z.enum(['work-in-progress', 'not-validated', 'validated']),
  lastVerified: maybeText,
  reviewBy: maybeText,
  validFrom: maybeText,
  validTo: maybeText,
  body: text,
  extra: z.record(text, z.unknown()).exactOptional(),
}) satisfies z.ZodType<Note>;
