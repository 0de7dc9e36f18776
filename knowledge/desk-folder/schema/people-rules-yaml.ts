import { z } from 'zod';
import { type DirectoryField, directoryFields, type PeopleRule } from '#bot/desk/desk-settings.ts';
import { IdList, TextList } from './fields.ts';

/** A row of `people_rules` in desk.yaml, and of a file of nothing but such rows. */
export const PeopleRuleYaml = z
  .object({
    department: TextList.optional(),
    office: TextList.optional(),
    city: TextList.optional(),
    company: TextList.optional(),
    site: IdList.optional(),
    site_named_by: z.enum(directoryFields).optional(),
    leave_out: z.literal(true, { error: 'true, or leave the key away' }).optional(),
  })
  .refine(givesOneThing, { error: 'exactly one of site, site_named_by and leave_out' })
  .refine((row) => row.site_named_by !== undefined || directoryFields.some((field) => row[field]?.length), {
    error: 'at least one of department, office, city and company (write "*" for anybody who has one)',
  });
export type PeopleRuleYaml = z.infer<typeof PeopleRuleYaml>;

function givesOneThing(row: { site?: unknown; site_named_by?: unknown; leave_out?: unknown }): boolean {
  return [row.site, row.site_named_by, row.leave_out].filter((part) => part !== undefined).length === 1;
}

export function mapPeopleRule(row: PeopleRuleYaml): PeopleRule {
  const when = Object.fromEntries(
    directoryFields.flatMap((field): [DirectoryField, string[]][] => {
      const patterns = row[field];
      return patterns === undefined || patterns.length === 0 ? [] : [[field, patterns]];
    }),
  );
  return { when, gives: outcomeOf(row) };
}

function outcomeOf(row: PeopleRuleYaml): PeopleRule['gives'] {
  if (row.leave_out) return { kind: 'leave-out' };
  if (row.site_named_by !== undefined) return { kind: 'site-named-by', field: row.site_named_by };
  return { kind: 'sites', siteIds: [...new Set(row.site ?? [])] };
}

/** As it is written in the file. */
export function peopleRuleYaml({ when, gives }: PeopleRule): Record<string, unknown> {
  const one = (list: readonly string[]) => (list.length === 1 ? list[0] : list);
  const fields = Object.entries(when).map(([field, patterns]) => [field, one(patterns)]);
  if (gives.kind === 'leave-out') return { ...Object.fromEntries(fields), leave_out: true };
  if (gives.kind === 'site-named-by') return { ...Object.fromEntries(fields), site_named_by: gives.field };
  return { ...Object.fromEntries(fields), site: one(gives.siteIds) };
}

/** A file of rules alone. */
export const PeopleRulesFile = z.object({ people_rules: z.array(PeopleRuleYaml) });
