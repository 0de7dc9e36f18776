/**
 * How well the search finds: `node tests/bench/search-retrieval.ts DIR... [--aliases] [--misses]`. A DIR with
 * corpus.jsonl, queries.jsonl and qrels.tsv is a retrieval set; one with desk/ and requests.jsonl a district.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDistrict } from './search/measure-district.ts';
import { measureSet } from './search/measure-set.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { aliases: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
});

for (const dir of positionals) {
  const isDistrict = existsSync(join(dir, 'requests.jsonl'));
  const figures = isDistrict ? await measureDistrict(dir, values) : measureSet(dir, values);
  process.stdout.write(`${basename(dir).padEnd(24)} ${JSON.stringify(figures)}\n`);
}
