import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small valid desk folder, by file. */
const validDesk: Readonly<Record<string, string>> = {
  'desk.yaml': `name: Ekbacken
language: sv
timezone: Europe/Stockholm
service_hours: "Mo-Fr 07:30-16:30; PH off"
holidays: SE
secret_facts: [alarm_code, key_location]
responsibility:
  - { category: network, site_kind: office, handled_by: contractor, contractor: servicedesk }
  - { category: printer, handled_by: local }
  - { handled_by: contractor, contractor: servicedesk }
contractors:
  - id: servicedesk
    name: Stadens servicedesk
    connector: folder
    service_hours: "Mo-Fr 07:00-18:00; PH off"
    promise: { critical: 1h, low: 5d }
    withhold: [alarm_code, technician_notes]
referrals:
  - { about: [lås, nyckel], to: Fastighetsjouren, phone: "08-000 00 10" }
escalation:
  critical: { acknowledge_within: 5m, respond_within: 30m, around_the_clock: true, then: [deputy, dispatcher] }
  high: { acknowledge_within: 15m, respond_within: 2h, then: [deputy, contractor, dispatcher] }
  moderate: { acknowledge_within: 1h, respond_within: 1d, then: [dispatcher] }
  low: { acknowledge_within: 4h, respond_within: 3d, then: [dispatcher] }
`,
  'sites.csv': `id,name,aliases,kind,area,address,phone,contact_upn,visit_hours,visit_notes,parent_id,critical,alarm_code,key_location
solrosen,Förskolan Solrosen,Solan;Rosen,preschool,norra,Solvägen 1,08-000 10 01,rektor@ek.example,Mo-Fr 06:30-17:30,"vila 12–13.30",,false,447106,"nyckelskåp bakom köket, krok 3"
kontoret,Kontoret,,office,sodra,Torget 1,,,,,,true,902817,receptionen
`,
  'people.csv': `upn,aad_object_id,name,title,phone,home_site_ids,roles,language
rektor@ek.example,b3ab28ed-f101-58f0-b1f6-cb2cf7801301,Rut Rektor,rektor,08-000 11 01,solrosen;kontoret,,sv
karin@ek.example,,Karin Lind,it-tekniker,,,technician;editor,sv
omar@ek.example,,Omar Haddad,it-tekniker,,,technician;dispatcher,sv
`,
  'technicians.yaml': `- upn: karin@ek.example
  areas: [norra]
  skills: [printer, network]
  duty: "Mo-Fr 07:30-16:00; PH off"
  absences:
    - { from: 2026-07-01, to: 2026-07-28, reason: semester }
  deputy: omar@ek.example
- upn: omar@ek.example
  sites: [kontoret]
  duty: "Mo-Fr 08:00-16:30"
`,
  'notes/solrosen/skrivaren.md': `---
title: Skrivaren i personalrummet
category: printer
audience: staff
symptoms: [skriver inte ut, blinkar orange]
owner: karin@ek.example
last_verified: 2026-09-14
review_by: 2027-03-01
---
Skrivaren står bakom dörren.

## Prova detta
1. Öppna luckan.
2. Stäng den igen.
`,
  'notes/_shared/natfiske.md': `---
title: Nätfiske
category: security
audience: staff
handled_by: contractor:servicedesk
---
Klicka inte.
`,
};

/** Files to add or replace; null takes one away; a function changes the valid one. */
export type DeskEdits = Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>;

/** Writes the valid desk folder with edits; `remove` when done. */
export async function makeDeskFolder(
  edits: DeskEdits = {},
): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'vaktis-desk-'));
  const files: Record<string, string | Uint8Array | null> = { ...validDesk };
  for (const [file, edit] of Object.entries(edits)) {
    files[file] = typeof edit === 'function' ? edit(validDesk[file] ?? '') : edit;
  }
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** A note's file with front matter lines of one's own. */
export function noteFile(frontMatter: string, body = 'Text.\n'): string {
  return `---\n${frontMatter}\n---\n${body}`;
}
