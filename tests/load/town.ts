import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchPerson } from '../bench/turn/bench-desk.ts';
import { generateDesk } from '../support/generate-desk.ts';
import type { TownContractor } from './contractors.ts';

export type TownSize = {
  readonly staff: number;
  readonly sites: number;
  readonly technicians: number;
  readonly notes: number;
};

export type TownPerson = BenchPerson & { readonly site: number };
export type Town = { readonly staff: readonly TownPerson[]; readonly technicians: readonly BenchPerson[] };

/** A generated desk with staff at every site, technicians in both areas and three contractors. */
export async function writeTown(
  folder: string,
  size: TownSize,
  contractors: readonly TownContractor[],
): Promise<Town> {
  await generateDesk(folder, size);
  const staff = Array.from({ length: size.staff }, (_, n) => ({
    aadObjectId: toGuid(`staff ${n}`),
    name: `Personal ${n}`,
    site: n % size.sites,
  }));
  const technicians = Array.from({ length: size.technicians }, (_, n) => ({
    aadObjectId: toGuid(`technician ${n}`),
    name: `Tekniker ${n}`,
  }));
  const rows = [
    'upn,aad_object_id,name,title,phone,home_site_ids,roles,language',
    ...technicians.map(
      ({ aadObjectId, name }, n) => `${upnOf(n)},${aadObjectId},${name},it-tekniker,,,${rolesOf(n)},sv`,
    ),
    ...Array.from(
      { length: size.sites },
      (_, n) => `chef${n}@stor.example,,Chef ${n},rektor,,enhet-${n},,sv`,
    ),
    ...staff.map(
      ({ aadObjectId, name, site }, n) =>
        `personal${n}@stor.example,${aadObjectId},${name},barnskötare,,enhet-${site},,sv`,
    ),
  ];
  await writeFile(join(folder, 'people.csv'), `${rows.join('\n')}\n`);
  await writeFile(join(folder, 'technicians.yaml'), technicians.map((_, n) => technicianYaml(n)).join(''));
  await writeDesk(join(folder, 'desk.yaml'), contractors);
  return { staff, technicians };
}

/** Offices, libraries and accounts are the contractors'; everything else is the house's own. */
async function writeDesk(path: string, contractors: readonly TownContractor[]): Promise<void> {
  const yaml = await readFile(path, 'utf8');
  const [office, library, account] = contractors.map(({ id }) => id);
  const desk = yaml.replace(
    /responsibility:[\s\S]*?escalation:/,
    `responsibility:
  - { category: account, handled_by: contractor, contractor: ${account} }
  - { site_kind: office, handled_by: contractor, contractor: ${office} }
  - { site_kind: library, handled_by: contractor, contractor: ${library} }
  - { handled_by: local }
contractors:
${contractors.map(({ yaml: own }) => `  - ${own}`).join('\n')}
escalation:`,
  );
  await writeFile(path, desk);
}

function technicianYaml(n: number): string {
  return `- { upn: ${upnOf(n)}, areas: [${n % 2 ? 'norra' : 'sodra'}], duty: "Mo-Fr 07:00-17:00; PH off", max_open: 5000 }\n`;
}

/** The notes' owner, whom the generator names, is the first. */
function upnOf(n: number): string {
  return n === 0 ? 'teknik@stor.example' : `teknik${n}@stor.example`;
}

function rolesOf(n: number): string {
  return n === 0 ? 'technician;dispatcher' : 'technician';
}

function toGuid(seed: string): string {
  const hex = createHash('sha256').update(`load ${seed}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
