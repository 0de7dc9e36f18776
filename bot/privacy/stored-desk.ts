import type { StoredTable } from './stored-table.ts';
import { none } from './stored-table.ts';

const desk = 'Redaktörer och samordnare; Vaktis svarar med delar av det.';
const whileListed = 'Så länge det står i deskens underlag.';

function deskRow(
  table: string,
  about: Omit<StoredTable, 'table' | 'columns' | 'retention' | 'keptWhile'>,
): StoredTable {
  const columns = { ...none('imported_hash', 'revision'), id: 'none', data: 'record' } as const;
  return { table, columns, ...about, retention: [], keptWhile: whileListed };
}

/** What the organisation says about itself: its people, places and notes. */
export const storedDesk: readonly StoredTable[] = [
  {
    ...deskRow('people', {
      subjects: ['staff', 'technician', 'dispatcher', 'editor'],
      what: 'Personer: namn, användarnamn, befattning, telefon, arbetsplats och roll.',
      why: 'Vaktis ska veta var den som skriver arbetar och vem som får göra vad.',
      seenBy: desk,
      erasure: 'delete',
      inExport: true,
      archive: 'discard',
    }),
    columns: { ...none('imported_hash', 'revision'), id: 'subject', data: 'record' },
  },
  {
    ...deskRow('technicians', {
      subjects: ['technician'],
      what: 'Tekniker: område, kunskap, tjänstgöring, jour och frånvaro.',
      why: 'Ärendet ska gå till någon som är i tjänst.',
      seenBy: 'Samordnare; vem som har jour syns för alla i chatten.',
      erasure: 'delete',
      inExport: true,
      archive: 'discard',
    }),
    columns: { ...none('imported_hash', 'revision'), id: 'subject', data: 'record' },
  },
  {
    table: 'directory_people',
    columns: {
      ...none('site_ids', 'language', 'inactive_since', 'revision'),
      id: 'subject',
      object_id: 'subject',
      upn: 'subject',
      name: 'label',
      department: 'label',
      office: 'label',
    },
    subjects: ['staff'],
    what: 'Personer ur organisationens katalog: namn, användarnamn, avdelning och kontor.',
    why: 'Vaktis ska veta var den som skriver arbetar.',
    seenBy: desk,
    retention: [{ time: 'departed', from: 'inactive_since', does: 'delete' }],
    erasure: 'delete',
    inExport: true,
    archive: 'discard',
  },
  deskRow('sites', {
    subjects: ['staff'],
    what: 'Platser: adress, telefon, kontaktperson och fakta om platsen.',
    why: 'Hjälpen ska komma till rätt ställe.',
    seenBy: desk,
    erasure: 'nothing',
    inExport: false,
    archive: 'discard',
  }),
  deskRow('notes', {
    subjects: ['technician', 'editor'],
    what: 'Notiser: råd om saker på en plats, med ägare.',
    why: 'Den som frågar ska få svar direkt.',
    seenBy: 'Personal; notiser för tekniker bara tekniker.',
    erasure: 'nothing',
    inExport: false,
    archive: 'keep',
  }),
  deskRow('desk_settings', {
    subjects: ['technician'],
    what: 'Deskens inställningar: tider, ansvar, entreprenörer, hänvisningar.',
    why: 'Reglerna bestämmer vem som får ett ärende.',
    seenBy: desk,
    erasure: 'nothing',
    inExport: false,
    archive: 'discard',
  }),
  {
    table: 'changes',
    columns: {
      ...none('seq', 'at', 'revision', 'kind', 'way'),
      item_id: 'subject',
      by_upn: 'actor',
      before: 'record',
      after: 'record',
    },
    subjects: ['staff', 'technician', 'dispatcher', 'editor'],
    what: 'Varje ändring av platser, personer, tekniker, notiser och inställningar: före, efter och av vem.',
    why: 'En ändring ska gå att förklara och ta tillbaka.',
    seenBy: 'Redaktörer och samordnare.',
    retention: [{ time: 'history', from: 'at', does: 'delete' }],
    erasure: 'delete',
    inExport: true,
    archive: 'discard',
  },
  {
    table: 'rota_changes',
    columns: {
      ...none('seq', 'at'),
      technician_upn: 'subject',
      by_upn: 'actor',
      why: 'words',
      before: 'record',
      after: 'record',
    },
    subjects: ['technician', 'dispatcher'],
    what: 'Ändringar av tjänstgöring och frånvaro, med skäl.',
    why: 'Det ska gå att se varför någon fick eller inte fick ett ärende.',
    seenBy: 'Samordnare.',
    retention: [{ time: 'rota', from: 'at', does: 'delete' }],
    erasure: 'delete',
    inExport: true,
    archive: 'discard',
  },
];
