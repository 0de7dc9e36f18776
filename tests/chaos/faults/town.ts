import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchPerson } from '../../bench/turn/bench-desk.ts';
import { demoFolder } from '../../support/talk.ts';

export type Town = {
  /** One for each handoff, each at a site of their own, so that nobody joins another's case. */
  readonly staff: readonly BenchPerson[];
  /** Technicians and dispatchers: they must have the app. */
  readonly handlers: readonly BenchPerson[];
};

/** The demo district with so many more sites and people, and its contractors behind that address. */
export async function writeTown(folder: string, staff: number, helpdeskUrl: string): Promise<Town> {
  await cp(demoFolder, folder, { recursive: true });
  const edit = async (name: string, change: (text: string) => string) => {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };
  const added = Array.from({ length: staff }, (_, n) => ({ aadObjectId: toGuid(n), name: `Personal ${n}` }));
  await edit('sites.csv', (csv) => [csv.trimEnd(), ...added.map((_, n) => siteLine(n)), ''].join('\n'));
  const lines = added.map(
    ({ aadObjectId, name }, n) =>
      `personal.${n}@ekbacken.example,${aadObjectId},${name},barnskötare,,prov-${n},,sv,`,
  );
  await edit('people.csv', (csv) => [csv.trimEnd(), ...lines, ''].join('\n'));
  await edit('technicians.yaml', (yaml) => yaml.replaceAll(/max_open: \d+/g, 'max_open: 500'));
  await edit('desk.yaml', (yaml) =>
    yaml.replaceAll(
      'connector: folder',
      `connector: zammad\n    url: "${helpdeskUrl}"\n    group: IT\n    customer: desken@kommunen.example`,
    ),
  );
  return { staff: added, handlers: await readHandlers(join(folder, 'people.csv')) };
}

function siteLine(n: number): string {
  const area = n % 2 === 0 ? 'norra' : 'sodra';
  return `prov-${n},Förskolan Prov ${n},,preschool,${area},Provgatan ${n},08-000 20 99,annelie.berg@ekbacken.example,Mo-Fr 07:00-17:00,,,false,,,,,,,`;
}

async function readHandlers(path: string): Promise<BenchPerson[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines
    .filter((line) => /[,;](technician|dispatcher)\b/.test(line))
    .map((line) => line.split(','))
    .map(([, aadObjectId = '', name = '']) => ({ aadObjectId, name }));
}

function toGuid(n: number): string {
  const hex = createHash('sha256').update(`chaos ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
