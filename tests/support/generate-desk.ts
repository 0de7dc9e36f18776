import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const kinds = ['preschool', 'school', 'leisure', 'elderly-care', 'office', 'library'];
const categories = ['printer', 'network', 'av', 'tablet', 'workstation', 'phone'];
const things = ['Skrivaren', 'Nätet', 'Projektorn', 'Laddvagnen', 'Datorn', 'Telefonen'];
const places = ['i personalrummet', 'på plan 2', 'i ateljén', 'vid entrén', 'i köket', 'på expeditionen'];

/**
 * Writes a valid desk folder of any size into an empty folder; the same for the same sizes. For measuring, and for
 * tests that need more than a handful of everything.
 */
export async function generateDesk(dir: string, sizes: { sites: number; notes: number }): Promise<void> {
  await mkdir(join(dir, 'notes', '_shared'), { recursive: true });
  await writeFile(join(dir, 'desk.yaml'), deskYaml);
  await writeFile(join(dir, 'sites.csv'), sitesCsv(sizes.sites));
  await writeFile(join(dir, 'people.csv'), peopleCsv(sizes.sites));
  await writeFile(join(dir, 'technicians.yaml'), techniciansYaml);
  for (let site = 0; site < sizes.sites; site += 1) await mkdir(join(dir, 'notes', siteId(site)));
  for (let start = 0; start < sizes.notes; start += 64) {
    const batch = Array.from({ length: Math.min(64, sizes.notes - start) }, (_, index) => start + index);
    await Promise.all(batch.map((index) => writeNote(dir, index, sizes.sites)));
  }
}

function siteId(site: number): string {
  return `enhet-${site}`;
}

async function writeNote(dir: string, index: number, sites: number): Promise<void> {
  const folder = index % 50 === 49 || sites === 0 ? '_shared' : siteId(index % sites);
  await writeFile(join(dir, 'notes', folder, `anteckning-${index}.md`), noteText(index));
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function noteText(index: number): string {
  const thing = pick(things, index);
  const place = pick(places, Math.floor(index / 6));
  return `---
title: ${thing} ${place} (${index})
category: ${pick(categories, index)}
audience: ${index % 5 === 0 ? 'technician' : 'staff'}
symptoms: [${thing.toLowerCase()} fungerar inte, "varför händer inget ${place}?", blinkar orange]
asset: modell ${index % 40}, ${place}
owner: teknik@stor.example
status: ${pick(['published', 'published', 'published', 'draft', 'archived'], Math.floor(index / 7))}
last_verified: 2026-0${1 + (index % 9)}-1${index % 9}
review_by: 2027-0${1 + (index % 9)}-1${index % 9}
---
${thing} ${place} har en egen strömbrytare bakom skåpet och startar långsamt efter natten. Nummer ${index}.

## Prova detta
1. Se efter att sladden sitter i vägguttaget.
2. Tryck på knappen och vänta en minut.
3. Prova igen ${place}.
`;
}

const deskYaml = `name: Stora förvaltningen
language: sv
timezone: Europe/Stockholm
service_hours: "Mo-Fr 07:30-16:30; PH off"
holidays: SE
secret_facts: [alarm_code]
responsibility:
  - { category: network, site_kind: office, handled_by: contractor, contractor: servicedesk }
  - { category: account, handled_by: contractor, contractor: servicedesk }
  - { handled_by: local }
contractors:
  - { id: servicedesk, name: Servicedesk, connector: folder, withhold: [alarm_code] }
escalation:
  critical: { acknowledge_within: 5m, respond_within: 30m, around_the_clock: true, then: [deputy, dispatcher] }
  high: { acknowledge_within: 15m, respond_within: 2h, then: [deputy, dispatcher] }
  moderate: { acknowledge_within: 1h, respond_within: 1d, then: [deputy, dispatcher] }
  low: { acknowledge_within: 4h, respond_within: 3d, then: [dispatcher] }
`;

const techniciansYaml = `- { upn: teknik@stor.example, areas: [norra, sodra], duty: "Mo-Fr 07:30-16:00; PH off" }
`;

function sitesCsv(sites: number): string {
  const rows = Array.from({ length: sites }, (_, site) => {
    const name = `Enheten ${site}`;
    const alarm = String(100_000 + site * 7);
    return `${siteId(site)},${name},${name};Nr ${site},${pick(kinds, site)},${site % 2 ? 'norra' : 'sodra'},Gatan ${site},08-000 00 ${site % 90},chef${site}@stor.example,Mo-Fr 07:00-17:00,,,false,${alarm}`;
  });
  const header =
    'id,name,aliases,kind,area,address,phone,contact_upn,visit_hours,visit_notes,parent_id,critical,alarm_code';
  return `${[header, ...rows].join('\n')}\n`;
}

function peopleCsv(sites: number): string {
  const chiefs = Array.from(
    { length: sites },
    (_, site) => `chef${site}@stor.example,,Chef ${site},rektor,,${siteId(site)},,sv`,
  );
  return `${[
    'upn,aad_object_id,name,title,phone,home_site_ids,roles,language',
    'teknik@stor.example,,Tina Teknik,it-tekniker,,,technician;dispatcher,sv',
    ...chiefs,
  ].join('\n')}\n`;
}
