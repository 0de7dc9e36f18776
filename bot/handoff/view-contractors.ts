import type { Desk } from '#bot/desk/desk.ts';
import type { ContractorRecordView } from '#bot/reply/contractor-view.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { soundsReturned } from './bounce-reason.ts';
import type { Case } from './case.ts';
import type { Bounce } from './case-record.ts';
import { type ContractorRecord, contractorRecords } from './contractor-record.ts';

/** What contractors did with the case, for whoever works on it or dispatches. Nothing when none has had it. */
export function viewContractors(item: Case, desk: Desk, at: Date): Pick<TechnicianCaseView, 'contractors'> {
  const records = contractorRecords(item, desk.settings, at);
  return records.length === 0 ? {} : { contractors: records.map((record) => viewRecord(record, item, desk)) };
}

function viewRecord(record: ContractorRecord, item: Case, desk: Desk): ContractorRecordView {
  const { contractorId, outcome, kept, reopenings } = record;
  const name = desk.settings.contractors.find(({ id }) => id === contractorId)?.name ?? contractorId;
  const said = item.packet.dialogue.findLast((line) => line.who === 'contractor' && line.name === name);
  return {
    name,
    outcome,
    kept,
    reopenings,
    waited: toMinutes(record.waited),
    promised: record.promised === null ? null : toMinutes(record.promised),
    dueAt: record.dueAt?.toISOString() ?? null,
    heardAfter: record.heardAfter === null ? null : toMinutes(record.heardAfter),
    holds: record.holds
      .filter(({ length }) => length > 0)
      .map(({ reason, length, stopped }) => ({ reason, minutes: toMinutes(length), stopped })),
    bounces: record.bounces.map((bounce) => viewBounce(bounce, desk)),
    lastWords: said?.text ?? null,
    doubt: outcome === 'with-them' && said !== undefined && soundsReturned(said.text),
  };
}

function viewBounce(
  { at, reason, words, byUpn }: Bounce,
  desk: Desk,
): ContractorRecordView['bounces'][number] {
  const by = byUpn === null ? null : (desk.people.get(byUpn)?.name ?? byUpn);
  return { at: at.toISOString(), reason, words, by };
}

/** Rounded up, so that what is over a promise looks so. */
function toMinutes(milliseconds: number): number {
  return Math.ceil(milliseconds / 60_000);
}
