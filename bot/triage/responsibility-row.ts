import type { Desk } from '#bot/desk/desk.ts';
import type { Contractor, DeskSettings } from '#bot/desk/desk-settings.ts';
import type { ResponsibilityQuestion } from './responsible.ts';
import type { Reason } from './triage-result.ts';

/** Whose it is before anybody is chosen by name. */
export type Party =
  | { readonly kind: 'local'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'technician'; readonly upn: string; readonly reasons: readonly Reason[] }
  | { readonly kind: 'contractor'; readonly contractor: Contractor; readonly reasons: readonly Reason[] };

/** The note that fits decides first, then the matrix. What names nobody that the desk has falls through. */
export function findParty(desk: Desk, question: ResponsibilityQuestion): Party {
  return partyByNote(desk, question) ?? partyByMatrix(desk, question);
}

function partyByNote(desk: Desk, question: ResponsibilityQuestion): Party | null {
  const handledBy = question.noteHandledBy?.trim() ?? '';
  if (handledBy === '') return null;
  const reasons = [{ key: 'responsible.note', values: { handledBy } }];
  if (handledBy === 'local') return { kind: 'local', reasons };
  if (desk.technicians.has(handledBy)) return { kind: 'technician', upn: handledBy, reasons };
  const contractor =
    handledBy === 'contractor'
      ? contractorFor(desk, question)
      : findContractor(desk.settings, handledBy.replace(/^contractor:/, ''));
  return contractor && { kind: 'contractor', contractor, reasons };
}

function partyByMatrix(desk: Desk, question: ResponsibilityQuestion): Party {
  const number = rowNumber(desk, question);
  const row = desk.settings.responsibility[number];
  if (!row) return { kind: 'local', reasons: [{ key: 'responsible.no-row', values: {} }] };
  const reasons = [matrixReason(desk, number)];
  if (row.handledBy === 'local') return { kind: 'local', reasons };
  const contractor = findContractor(desk.settings, row.contractor) ?? catchAllContractor(desk.settings);
  return contractor ? { kind: 'contractor', contractor, reasons } : { kind: 'local', reasons };
}

/** Id of the contractor to whom a row of the matrix gives it; null: it is ours, or no row names anybody. */
export function matrixContractorOf(desk: Desk, question: MatrixQuestion): string | null {
  const row = desk.settings.responsibility[rowNumber(desk, question)];
  if (row?.handledBy !== 'contractor') return null;
  return (findContractor(desk.settings, row.contractor) ?? catchAllContractor(desk.settings))?.id ?? null;
}

/** What a row of the matrix looks at. */
export type MatrixQuestion = Pick<ResponsibilityQuestion, 'category' | 'siteId'>;

/** Index of the first row of which every named condition matches; -1 when there is none. */
export function rowNumber(desk: Desk, { category, siteId }: MatrixQuestion): number {
  const site = siteId === null ? undefined : desk.sites.get(siteId);
  return desk.settings.responsibility.findIndex(
    (row) =>
      (row.category === null || row.category === category) &&
      (row.site === null || row.site === siteId) &&
      (row.area === null || row.area === site?.area) &&
      (row.siteKind === null || row.siteKind === site?.kind),
  );
}

/** "network, office → servicedesk (row 4)": the conditions are the desk's own words. */
function matrixReason(desk: Desk, index: number): Reason {
  const row = desk.settings.responsibility[index];
  const conditions = [row?.category, row?.site, row?.area, row?.siteKind].filter((part) => part != null);
  return {
    key: conditions.length > 0 ? 'responsible.matrix' : 'responsible.matrix-rest',
    values: {
      conditions: conditions.join(', '),
      handledBy: row?.handledBy === 'contractor' ? (row.contractor ?? 'contractor') : 'local',
      row: String(index + 1),
    },
  };
}

function findContractor(settings: DeskSettings, id: string | null): Contractor | null {
  return settings.contractors.find((contractor) => contractor.id === id) ?? null;
}

/** A note that says just "contractor" means the one that the matrix would name, else the catch-all. */
function contractorFor(desk: Desk, question: ResponsibilityQuestion): Contractor | null {
  const row = desk.settings.responsibility[rowNumber(desk, question)];
  return findContractor(desk.settings, row?.contractor ?? null) ?? catchAllContractor(desk.settings);
}

/** Who takes what nobody else does: the row without conditions, else the last contractor row, else the first listed. */
export function catchAllContractor(settings: DeskSettings): Contractor | null {
  const rows = settings.responsibility.filter((row) => row.handledBy === 'contractor');
  const open = rows.find(
    (row) => row.category === null && row.site === null && row.area === null && row.siteKind === null,
  );
  return (
    findContractor(settings, (open ?? rows.at(-1))?.contractor ?? null) ?? settings.contractors[0] ?? null
  );
}
