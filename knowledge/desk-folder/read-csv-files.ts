import { join } from 'node:path';
import type { z } from 'zod';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import type { InspectText, Named } from './desk-parts.ts';
import type { Fault, LineOf, Located } from './fault.ts';
import { fieldFaults, formFaults } from './messages.ts';
import { parseFields } from './parse-fields.ts';
import {
  expectedPersonColumns,
  mapPerson,
  neededPersonColumns,
  PersonRow,
  personColumns,
} from './schema/people-csv.ts';
import { expectedSiteColumns, mapSite, neededSiteColumns, SiteRow, siteColumns } from './schema/sites-csv.ts';
import { suggest } from './suggest.ts';
import { readTextFile } from './text-file.ts';

type Columns = {
  readonly needed: readonly string[];
  readonly expected: readonly string[];
  readonly all: readonly string[];
};
type TableRow = { readonly raw: Record<string, string>; readonly file: string; readonly lineOf: LineOf };
type Table = {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly Fault[];
};

export type ReadTable<T> = {
  readonly items: readonly Located<T>[];
  readonly names: readonly Named[];
  /** Column names; of sites also the areas, as written. */
  readonly columns: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly known: boolean;
  readonly faults: readonly Fault[];
};

export function readSites(dir: string, inspect: InspectText): Promise<ReadTable<Site>> {
  const columns = { needed: neededSiteColumns, expected: expectedSiteColumns, all: siteColumns };
  return readItems(dir, 'sites.csv', 'id', columns, inspect, SiteRow, mapSite, siteWarnings);
}

export function readPeople(dir: string, inspect: InspectText): Promise<ReadTable<Person>> {
  const columns = { needed: neededPersonColumns, expected: expectedPersonColumns, all: personColumns };
  return readItems(dir, 'people.csv', 'upn', columns, inspect, PersonRow, mapPerson, () => []);
}

function siteWarnings(row: TableRow): Fault[] {
  const critical = row.raw.critical;
  if (critical === undefined || /^(true|false)$/i.test(critical)) return [];
  return [{ ...fieldFaults.criticalWord(`"${critical}"`), file: row.file, line: row.lineOf(['critical']) }];
}

async function readItems<Row, T>(
  dir: string,
  file: string,
  idColumn: string,
  columns: Columns,
  inspect: InspectText,
  schema: z.ZodType<Row>,
  map: (row: Row, facts: Record<string, string>) => T,
  warn: (row: TableRow) => Fault[],
): Promise<ReadTable<T>> {
  const read = await readTextFile(join(dir, file), file);
  const nothing = {
    items: [],
    names: [],
    columns: new Set<string>(),
    areas: new Set<string>(),
    known: false,
  };
  if (read.text === null) return { ...nothing, faults: read.faults };
  const table = readTable(read.text, file, columns);
  const faults = [...inspect(file, read.text), ...table.faults];
  const items: Located<T>[] = [];
  for (const row of table.rows) {
    const parsed = parseFields(schema, row.raw, row);
    faults.push(...parsed.faults, ...warn(row));
    if (parsed.value === null) continue;
    items.push({ value: map(parsed.value, factsOf(row.raw, columns.all)), file, lineOf: row.lineOf });
  }
  return {
    items,
    names: table.rows.flatMap((row) => {
      const id = row.raw[idColumn];
      return id === undefined ? [] : [{ id, file, line: row.lineOf([idColumn]) }];
    }),
    columns: new Set(table.header),
    areas: new Set(table.rows.flatMap((row) => row.raw.area ?? [])),
    known: columns.needed.every((column) => table.header.includes(column)),
    faults,
  };
}

function factsOf(raw: Readonly<Record<string, string>>, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).filter(([column]) => !columns.includes(column)));
}

function readTable(text: string, file: string, columns: Columns): Table {
  const csv = parseCsv(text, file);
  const [head, ...body] = csv.rows;
  if (head === undefined)
    return { header: [], rows: [], faults: [{ ...formFaults.noHeader(), file, line: 1 }] };
  const header = head.cells.map((cell) => cell.value.trim());
  const faults = [
    ...csv.faults,
    ...checkHeader(header, head, file, columns),
    ...checkUnnamed(header, body, file),
  ];
  if (!columns.needed.every((column) => header.includes(column))) return { header, rows: [], faults };
  const rows: TableRow[] = [];
  for (const row of body) {
    // A row cut short by a spreadsheet is whole when only blank cells are missing; more cells shift the columns.
    if (row.cells.length !== header.length) {
      faults.push({ ...formFaults.cellCount(row.cells.length, header.length), file, line: row.line });
    }
    rows.push(toTableRow(header, row, file));
  }
  return { header, rows, faults };
}

function toTableRow(header: readonly string[], row: CsvRow, file: string): TableRow {
  const raw = header.flatMap((column, index) => {
    const value = row.cells[index]?.value.trim() ?? '';
    return column === '' || value === '' ? [] : [[column, value] as const];
  });
  const lineOf: LineOf = ([column]) => row.cells[header.indexOf(String(column))]?.line ?? row.line;
  return { raw: Object.fromEntries(raw), file, lineOf };
}

function checkHeader(header: readonly string[], head: CsvRow, file: string, columns: Columns): Fault[] {
  const line = head.line;
  if (header.length === 1 && header[0]?.includes(';')) return [{ ...formFaults.semicolons(), file, line }];
  const missing = columns.expected
    .filter((column) => !header.includes(column))
    .map((column) => ({ ...formFaults.missingColumn(column, columns.needed.includes(column)), file, line }));
  const duplicates = header
    .filter((column, index) => column !== '' && header.indexOf(column) !== index)
    .map((column) => ({ ...formFaults.duplicateColumn(column), file, line }));
  const likely = header
    .filter((column) => column !== '' && !columns.all.includes(column))
    .flatMap((column) => {
      const suggestion = suggest(
        column,
        columns.all.filter((known) => !header.includes(known)),
      );
      return suggestion === null ? [] : [{ ...formFaults.likelyColumn(column, suggestion), file, line }];
    });
  return [...missing, ...duplicates, ...likely];
}

function checkUnnamed(header: readonly string[], rows: readonly CsvRow[], file: string): Fault[] {
  const unnamed = header.flatMap((column, index) => (column === '' ? [index] : []));
  const filled = rows.find((row) => unnamed.some((index) => (row.cells[index]?.value ?? '').trim() !== ''));
  return filled === undefined ? [] : [{ ...formFaults.unnamedColumn(), file, line: filled.line }];
}
