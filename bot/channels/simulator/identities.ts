import { createHash } from 'node:crypto';

/**
 * Ids as Teams makes them, but worked out from the person alone: after a restart the same person has the
 * same conversation, so what the bot stored yesterday still reaches them.
 */
export const simulatorTenantId = '5a3c1e7d-9b42-4f60-8c1a-7e5d20b6f394';
export const simulatorBot = { id: '28:5e1b8f0a-2c64-4d7b-9a33-0f6c4be1d872', name: 'Vaktis' } as const;

/** Teams' `29:` ids belong to one bot; anybody who asks gets the same one for the same person. */
export function userIdOf(aadObjectId: string): string {
  return `29:${digest('user', aadObjectId)}`;
}

/** The id of the 1:1 chat between the bot and that person. */
export function conversationIdOf(aadObjectId: string): string {
  return `a:${digest('conversation', aadObjectId)}`;
}

/** An object id for somebody whose row in people.csv has none: Entra gives everybody one. */
export function objectIdOf(upn: string): string {
  const hex = createHash('sha256').update(`object ${upn}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function digest(kind: string, aadObjectId: string): string {
  return createHash('sha256').update(`${kind} ${aadObjectId}`).digest('base64url');
}
