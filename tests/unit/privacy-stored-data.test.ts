import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retentionBounds, retentionDays, retentionNames } from '#bot/desk/retention.ts';
import { storedData } from '#bot/privacy/stored-data.ts';
import { columnsOf } from '#bot/privacy/stored-table.ts';

const schema = await readFile(join(import.meta.dirname, '../../adapters/storage/schema.sql'), 'utf8');
const inSchema = readTables(schema);

/** Columns that hold no text and no file cannot name anybody, but still have to be named. */
function readTables(sql: string): Map<string, string[]> {
  const tables = [...sql.matchAll(/^CREATE TABLE (\w+) \(\n([\s\S]*?)\n\);$/gm)];
  return new Map(
    tables.map(([, name = '', body = '']) => [
      name,
      body
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => !line.startsWith('constraint '))
        .map((line) => (line.split(' ')[0] ?? '').replaceAll('"', '')),
    ]),
  );
}

/** What the table of what is stored lacks or has too much, as `table.column`. */
function differences(schemaTables: ReadonlyMap<string, readonly string[]>): string[] {
  const described = new Map(storedData.map(({ table, columns }) => [table, Object.keys(columns)]));
  const lacking = [...schemaTables].flatMap(([table, columns]) =>
    columns.filter((column) => !described.get(table)?.includes(column)).map((column) => `${table}.${column}`),
  );
  const gone = [...described].flatMap(([table, columns]) =>
    columns
      .filter((column) => !schemaTables.get(table)?.includes(column))
      .map((column) => `${table}.${column} is gone`),
  );
  return [...lacking, ...gone];
}

describe('the table of what is stored about people', () => {
  it('names every table and every column of the schema, and nothing else', () => {
    expect(inSchema.size).toBeGreaterThan(30);
    expect(differences(inSchema)).toEqual([]);
  });

  it('would notice a new column and a new table', () => {
    const withMore = new Map(inSchema)
      .set('cases', [...(inSchema.get('cases') ?? []), 'nickname'])
      .set('diaries', ['words']);
    expect(differences(withMore)).toEqual(['cases.nickname', 'diaries.words']);
  });

  it('names each table once', () => {
    const names = storedData.map(({ table }) => table);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(storedData)(
    'says of $table how long, and what erasing does, where it holds anything personal',
    (one) => {
      const personal = columnsOf(one, 'subject', 'actor', 'label', 'words', 'record', 'file');
      expect(personal.length > 0).toBe(one.subjects.length > 0);
      expect(one.retention.length > 0 || (one.keptWhile ?? '') !== '').toBe(true);
      for (const { from } of one.retention) expect(Object.keys(one.columns)).toContain(from);
      if (one.subjects.length === 0) expect(one.inExport).toBe(false);
      for (const said of [one.what, one.why, one.seenBy]) expect(said).toMatch(/\.$/);
    },
  );

  it('uses every retention time, and knows the usual one within its bounds', () => {
    const used = new Set(storedData.flatMap(({ retention }) => retention.map(({ time }) => time)));
    expect([...used].filter((name) => name !== 'files').sort()).toEqual([...retentionNames].sort());
    for (const [name, days] of Object.entries(retentionDays()))
      expect([name, days]).toEqual([name, expect.any(Number)]);
    for (const { usual, least, most } of Object.values(retentionBounds)) {
      expect(usual).toBeGreaterThanOrEqual(least);
      expect(usual).toBeLessThanOrEqual(most);
    }
    expect(retentionDays({ cases: 100 })).toMatchObject({ cases: 100, log: retentionBounds.log.usual });
  });
});
