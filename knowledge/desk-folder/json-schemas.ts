import { z } from 'zod';
import { DeskYaml } from './schema/desk-yaml.ts';
import { NoteFrontMatter } from './schema/note-front-matter.ts';
import { PersonRow } from './schema/people-csv.ts';
import { SiteRow } from './schema/sites-csv.ts';
import { TechniciansYaml } from './schema/technicians-yaml.ts';

/** The schemas that the files are read with, by what they describe. Of CSV files: one row, blank cells left out. */
export const fileSchemas = {
  'desk.yaml': DeskYaml,
  'sites.csv': SiteRow,
  'people.csv': PersonRow,
  'technicians.yaml': TechniciansYaml,
  'notes/**/*.md': NoteFrontMatter,
} as const;

/** JSON Schema (draft 2020-12) of what each file may hold as it is written. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fileSchemas).map(([file, schema]) => [file, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
