import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Database } from '#adapters/storage/database.ts';

const Named = z.object({ schema: z.string(), table: z.string() });
const Row = z.object({ row: z.string() });

/** Every row of every table of ours and of the queue, as text, by table: bytes as they are, too. */
export async function everyText(database: Database): Promise<Map<string, string>> {
  const { rows } = await database.query(
    `select schemaname as schema, tablename as "table" from pg_tables where schemaname in ('public', 'jobs')`,
  );
  const texts = new Map<string, string>();
  for (const { schema, table } of rows.map((row) => Named.parse(row))) {
    const found = await database.query(`select to_jsonb(t)::text as row from "${schema}"."${table}" t`);
    const lines = found.rows.map((row) => Row.parse(row).row);
    texts.set(`${schema}.${table}`, lines.map((line) => `${line}\n${bytesIn(line)}`).join('\n'));
  }
  return texts;
}

/** A bytea is written in hexadecimal, in which nobody would find a name. */
function bytesIn(line: string): string {
  return [...line.matchAll(/\\\\x([\da-f]+)/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('utf8'))
    .join('\n');
}

/** In which tables one of these stands, whatever the case: `table: what`. */
export function findIn(texts: ReadonlyMap<string, string>, wanted: readonly string[]): string[] {
  return [...texts].flatMap(([table, text]) => {
    const small = text.toLowerCase();
    return wanted.filter((one) => small.includes(one.toLowerCase())).map((one) => `${table}: ${one}`);
  });
}

export async function textOfBackup(path: string): Promise<string> {
  return gunzipSync(await readFile(path)).toString('utf8');
}
