import { basename } from 'node:path';
import { InvalidInput } from '#bot/errors.ts';
import { parseCsv } from '#knowledge/desk-folder/csv.ts';
import type { DirectoryEntry } from '#knowledge/desk-folder/people/directory-entry.ts';
import { readTextFile } from '#knowledge/desk-folder/text-file.ts';
import { languageOf, toUpn } from './map-cells.ts';
import type { ReadPeople } from './read-graph-people.ts';

/** Headings as Entra's own exports, Graph and people.csv write them; letters only, in lower case. */
const headings = {
  upn: ['upn', 'userprincipalname', 'username'],
  name: ['name', 'displayname', 'namn'],
  objectId: ['aadobjectid', 'objectid', 'id', 'objektid'],
  department: ['department', 'avdelning', 'forvaltning'],
  office: ['officelocation', 'office', 'physicaldeliveryofficename', 'kontor', 'arbetsplats'],
  city: ['city', 'ort', 'stad'],
  company: ['companyname', 'company', 'foretag', 'bolag'],
  language: ['language', 'preferredlanguage', 'sprak'],
  enabled: ['accountenabled', 'enabled', 'active', 'aktiv'],
  userType: ['usertype', 'anvandartyp'],
} as const;
type Field = keyof typeof headings;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * People from a CSV file: Entra's "Download users", or any with a user principal name and a name in each row. Commas
 * or semicolons; further columns are not read.
 * @throws InvalidInput, with the line where there is one.
 */
export async function readCsvPeople(path: string): Promise<ReadPeople> {
  const file = basename(path);
  const { text, faults } = await readTextFile(path, file);
  const fault = faults[0];
  if (text === null)
    throw new InvalidInput(`${file}: ${fault?.message ?? 'cannot be read'}. ${fault?.remedy ?? ''}`);
  const csv = parseCsv(text, file, separatorOf(text));
  const wrong = csv.faults[0];
  if (wrong) throw new InvalidInput(`${file}:${wrong.line}: ${wrong.message}. ${wrong.remedy}`);
  const [head, ...rows] = csv.rows;
  const columns = columnsOf(head?.cells.map(({ value }) => value) ?? [], file);
  const read = rows.map(({ cells }) => toEntry((field) => cells[columns[field] ?? -1]?.value.trim() || null));
  const entries = read.filter((entry) => entry !== null);
  return { entries, unusable: read.length - entries.length };
}

/** A Swedish spreadsheet writes semicolons. */
function separatorOf(text: string): ',' | ';' {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

function columnsOf(header: readonly string[], file: string): Partial<Record<Field, number>> {
  const plain = header.map((heading) =>
    heading
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ''),
  );
  const columns: Partial<Record<Field, number>> = {};
  for (const [field, names] of Object.entries(headings)) {
    const found = names.map((name) => plain.indexOf(name)).find((at) => at !== -1);
    if (found !== undefined && isField(field)) columns[field] = found;
  }
  if (columns.upn !== undefined && columns.name !== undefined) return columns;
  throw new InvalidInput(
    `${file}:1: There must be a column userPrincipalName (or upn) and a column displayName (or name). Add them to the first row.`,
  );
}

function isField(text: string): text is Field {
  return Object.hasOwn(headings, text);
}

function toEntry(cell: (field: Field) => string | null): DirectoryEntry | null {
  const upn = toUpn(cell('upn') ?? '');
  if (upn === null) return null;
  const objectId = cell('objectId')?.toLowerCase() ?? '';
  return {
    objectId: guid.test(objectId) ? objectId : null,
    upn,
    name: cell('name') ?? upn,
    department: cell('department'),
    office: cell('office'),
    city: cell('city'),
    company: cell('company'),
    language: languageOf(cell('language')),
    enabled: !/^(?:false|falskt|no|nej|0)$/i.test(cell('enabled') ?? ''),
    guest: /^g(?:uest|äst)$/i.test(cell('userType') ?? '') || upn.includes('#ext#'),
  };
}
