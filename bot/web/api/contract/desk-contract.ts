import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { Role } from '#bot/desk/person.ts';
import { SiteKind } from '#bot/desk/site.ts';

const text = z.string().max(2_000);
const maybe = text.nullable();
const lists = z.array(z.string().max(300)).max(500);

/** A site as its form has it. Secret facts are never sent: `secretFacts` names those that have a value. */
export const SiteForm = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().trim().min(1).max(200),
    aliases: lists,
    kind: SiteKind,
    area: text,
    address: maybe,
    phone: maybe,
    contactUpn: maybe,
    visitHours: maybe,
    visitNotes: maybe,
    parentId: maybe,
    critical: z.boolean(),
    dependsOn: lists,
    closedDays: lists,
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    facts: z.record(z.string(), z.string()),
    secretFacts: lists,
  })
  .meta({ id: 'SiteForm' });
export type SiteForm = z.infer<typeof SiteForm>;

export const PersonForm = z
  .object({
    upn: z.email(),
    name: z.string().trim().min(1).max(200),
    title: maybe,
    phone: maybe,
    homeSiteIds: lists,
    roles: z.array(Role).min(1),
    language: z.string().max(10).nullable(),
    edits: lists.nullable(),
  })
  .meta({ id: 'PersonForm' });
export type PersonForm = z.infer<typeof PersonForm>;

const PeriodForm = z.object({ from: z.string(), to: z.string() });
export const TechnicianForm = z
  .object({
    upn: z.string(),
    areas: lists,
    sites: lists,
    skills: z.array(Category),
    duty: text,
    onCall: maybe,
    shifts: z.array(PeriodForm).max(500),
    absences: z.array(PeriodForm.extend({ reason: maybe })).max(500),
    deputy: maybe,
    maxOpen: z.number().int().min(1).nullable(),
  })
  .meta({ id: 'TechnicianForm' });
export type TechnicianForm = z.infer<typeof TechnicianForm>;

export const MatrixRow = z
  .object({
    category: Category.nullable(),
    site: maybe,
    area: maybe,
    siteKind: SiteKind.nullable(),
    handledBy: z.enum(['local', 'contractor']),
    contractor: maybe,
  })
  .meta({ id: 'MatrixRow' });
export type MatrixRow = z.infer<typeof MatrixRow>;

export const ReferralRow = z
  .object({ about: lists.min(1), to: z.string().trim().min(1).max(200), phone: maybe })
  .meta({ id: 'ReferralRow' });
export type ReferralRow = z.infer<typeof ReferralRow>;

/** No secrets: they live in the environment. The connector's other settings are shown by name only. */
export const ContractorForm = z
  .object({
    id: z.string(),
    name: z.string().trim().min(1).max(200),
    connector: z.string(),
    serviceHours: maybe,
    phone: maybe,
    email: maybe,
    promise: z.record(z.string(), z.string()),
    withhold: lists,
    settingNames: lists,
  })
  .meta({ id: 'ContractorForm' });
export type ContractorForm = z.infer<typeof ContractorForm>;

/** `version` goes back with the change as `basedOn`. */
function versioned<T extends z.ZodType>(value: T) {
  return z.object({ version: z.number().int(), value });
}
function change<T extends z.ZodType>(value: T) {
  return z.object({ basedOn: z.number().int(), value });
}
export const StoredSite = versioned(SiteForm).meta({ id: 'StoredSite' });
export type StoredSite = z.infer<typeof StoredSite>;
export const StoredPerson = versioned(PersonForm).meta({ id: 'StoredPerson' });
export type StoredPerson = z.infer<typeof StoredPerson>;
export const StoredTechnician = versioned(TechnicianForm.extend({ name: z.string() })).meta({
  id: 'StoredTechnician',
});
export type StoredTechnician = z.infer<typeof StoredTechnician>;
export const ChangeSite = change(SiteForm).meta({ id: 'ChangeSite' });
export type ChangeSite = z.infer<typeof ChangeSite>;
export const ChangePerson = change(PersonForm).meta({ id: 'ChangePerson' });
export type ChangePerson = z.infer<typeof ChangePerson>;
export const ChangeTechnician = change(TechnicianForm).meta({ id: 'ChangeTechnician' });
export type ChangeTechnician = z.infer<typeof ChangeTechnician>;

/** desk.yaml's lists that have a form. */
export const DeskForm = z
  .object({
    name: z.string().trim().min(1).max(200),
    serviceHours: text,
    responsibility: z.array(MatrixRow).min(1).max(1_000),
    referrals: z.array(ReferralRow).max(500),
    contractors: z.array(ContractorForm).max(50),
  })
  .meta({ id: 'DeskForm' });
export type DeskForm = z.infer<typeof DeskForm>;
export const StoredDeskForm = versioned(DeskForm).meta({ id: 'StoredDeskForm' });
export type StoredDeskForm = z.infer<typeof StoredDeskForm>;
export const ChangeDesk = change(DeskForm).meta({ id: 'ChangeDesk' });
export type ChangeDesk = z.infer<typeof ChangeDesk>;

/** One stretch of the rota calendar, instants. */
export const RotaStretch = z
  .object({
    upn: z.string(),
    name: z.string(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    kind: z.enum(['duty', 'on-call', 'shift', 'absence']),
    reason: z.string().nullable(),
  })
  .meta({ id: 'RotaStretch' });
export type RotaStretch = z.infer<typeof RotaStretch>;
export const Rota = z
  .object({
    stretches: z.array(RotaStretch),
    /** Service hours in which nobody is on duty. */
    holes: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })),
  })
  .meta({ id: 'Rota' });
export type Rota = z.infer<typeof Rota>;

/** "What would change" over the last cases if the matrix were this. */
export const MatrixTrial = z
  .object({
    cases: z.number().int(),
    changed: z.array(
      z.object({
        caseNumber: z.string(),
        title: z.string(),
        siteName: z.string().nullable(),
        before: z.string(),
        after: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'MatrixTrial' });
export type MatrixTrial = z.infer<typeof MatrixTrial>;

/** One change of anything of the desk, newest first. Values of secret facts are left out. */
export const DeskChange = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    byName: z.string(),
    kind: z.enum(['settings', 'site', 'person', 'technician', 'note']),
    id: z.string(),
    way: z.string(),
    fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'DeskChange' });
export type DeskChange = z.infer<typeof DeskChange>;
