import type { ContractorNews } from '#bot/handoff/contractor-connector.ts';
import { findState, type StateNames } from '../http/states.ts';
import { isOurs } from '../message-mark.ts';
import type { Comment, RequestStatus } from './schema.ts';
import { byCategory, usualStates } from './states.ts';

/** Where the request stands: by its state's name, else by the category of the state. */
export function mapState(
  { issueKey, currentStatus }: RequestStatus,
  reference: string,
  own: StateNames,
): ContractorNews[] {
  const { status, statusCategory, statusDate } = currentStatus;
  const state = findState(status, own, usualStates) ?? findState(statusCategory, {}, byCategory);
  if (state === null) return [];
  const at = parseTime(statusDate?.iso8601 ?? '');
  const id = `state:${issueKey}:${status}:${at.toISOString()}`;
  return [{ kind: 'state', id, reference, contractorReference: issueKey, at, state, theirs: status }];
}

/** Their public comments, not our own. */
export function mapComments(
  comments: readonly Comment[],
  { reference, key }: { readonly reference: string; readonly key: string },
): ContractorNews[] {
  return comments
    .filter(({ body }) => !isOurs(body))
    .map(({ id, body, author, created }) => ({
      kind: 'comment',
      id: `comment:${key}:${id}`,
      reference,
      contractorReference: key,
      at: parseTime(created.iso8601),
      author: author?.displayName ?? null,
      text: body,
    }));
}

/** `2026-11-23T10:15:00+0100`: the offset without its colon is not what JavaScript reads everywhere. */
function parseTime(text: string): Date {
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}
