import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { Hours, IdList, Moment, Text, TextList, Upn } from './fields.ts';

export const PeriodYaml = z.object({ from: Moment, to: Moment });
export const AbsenceYaml = PeriodYaml.extend({ reason: Text.optional() });

export const TechnicianYaml = z.object({
  upn: Upn,
  areas: TextList.optional(),
  sites: IdList.optional(),
  skills: z.array(Category).describe('Empty = all').optional(),
  duty: Hours,
  on_call: Hours.optional(),
  shifts: z.array(PeriodYaml).optional(),
  absences: z.array(AbsenceYaml).optional(),
  deputy: Upn.optional(),
  max_open: z.int({ error: 'a whole number' }).min(1, 'a whole number from 1').optional(),
});
export type TechnicianYaml = z.infer<typeof TechnicianYaml>;

export const TechniciansYaml = z.array(TechnicianYaml).meta({ title: 'technicians.yaml' });

export function mapTechnician(yaml: TechnicianYaml): Technician {
  return {
    upn: yaml.upn,
    areas: yaml.areas ?? [],
    sites: yaml.sites ?? [],
    skills: yaml.skills ?? [],
    duty: yaml.duty,
    onCall: yaml.on_call ?? null,
    shifts: yaml.shifts ?? [],
    absences: (yaml.absences ?? []).map((absence) => ({
      from: absence.from,
      to: absence.to,
      reason: absence.reason ?? null,
    })),
    deputy: yaml.deputy ?? null,
    maxOpen: yaml.max_open ?? null,
  };
}
