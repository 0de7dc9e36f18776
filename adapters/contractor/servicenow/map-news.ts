import type { ContractorNews, ContractorState } from '#bot/handoff/contractor-connector.ts';
import { isOurs } from '../message-mark.ts';
import type { Incident, JournalEntry } from './schema.ts';

type StateOf = (theirs: string) => ContractorState | null;

/** The incident's state; null for a state that no table knows. */
export function mapState(incident: Incident, stateOf: StateOf): ContractorNews | null {
  const state = stateOf(incident.state);
  if (state === null) return null;
  return {
    kind: 'state',
    id: `state:${incident.sys_id}:${incident.state}:${incident.sys_updated_on}`,
    reference: incident.correlation_id,
    contractorReference: incident.number,
    at: parseTime(incident.sys_updated_on),
    state,
    theirs: incident.state,
  };
}

/** A public comment of theirs; null for our own. */
export function mapComment(entry: JournalEntry, incident: Incident): ContractorNews | null {
  if (isOurs(entry.value)) return null;
  return {
    kind: 'comment',
    id: `comment:${entry.sys_id}`,
    reference: incident.correlation_id,
    contractorReference: incident.number,
    at: parseTime(entry.sys_created_on),
    author: entry.sys_created_by || null,
    text: entry.value,
  };
}

/** `2026-11-23 09:15:00` is UTC in the Table API; what cannot be read is the beginning of time. */
export function parseTime(text: string): Date {
  const at = new Date(`${text.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}
