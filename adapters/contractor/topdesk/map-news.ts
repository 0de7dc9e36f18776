import type { ContractorNews, ContractorState } from '#bot/handoff/contractor-connector.ts';
import { plainWords } from '../http/plain-words.ts';
import { findState, type StateNames } from '../http/states.ts';
import { isOurs } from '../message-mark.ts';
import type { Incident, Progress } from './schema.ts';
import { usualStates } from './states.ts';

/** Where the incident stands: by its status's name, else by their marks "closed" and "completed". */
export function mapState(incident: Incident, reference: string, own: StateNames): ContractorNews[] {
  const theirs = incident.processingStatus?.name ?? '';
  const state = findState(theirs, own, usualStates) ?? byMarks(incident);
  if (state === null) return [];
  const at = parseTime(incident.modificationDate ?? '');
  const id = `state:${incident.id}:${state}:${theirs}:${at.toISOString()}`;
  return [{ kind: 'state', id, reference, contractorReference: incident.number, at, state, theirs }];
}

function byMarks({ closed, completed }: Incident): ContractorState | null {
  if (closed) return 'closed';
  return completed ? 'resolved' : null;
}

/** What their operators wrote for the caller; not our own words. */
export function mapProgress(
  trail: readonly Progress[],
  incident: Incident,
  reference: string,
): ContractorNews[] {
  return trail.toReversed().flatMap(({ id, memoText, invisibleForCaller, operator, entryDate }) => {
    const text = plainWords(memoText ?? '');
    if (invisibleForCaller || operator === null || text === '' || isOurs(text)) return [];
    const at = parseTime(entryDate);
    const base = { reference, contractorReference: incident.number, at };
    return [{ ...base, kind: 'comment', id: `comment:${id}`, author: operator.name, text }];
  });
}

/** `2026-11-23T09:15:00.000+0000`. */
function parseTime(text: string): Date {
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}
