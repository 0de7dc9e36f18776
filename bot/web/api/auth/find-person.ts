import { identify } from '#bot/conversation/identify.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person, Role } from '#bot/desk/person.ts';
import type { EntraIdentity } from './check-entra-token.ts';

/** What reaches everybody's data needs the id that never changes. */
const needsObjectId: ReadonlySet<Role> = new Set(['admin', 'dispatcher']);

/**
 * The person of the desk: by object id. A user principal name can be changed and given to somebody else, so it is
 * taken only of members of the desk's own tenant, for people whose object id the desk does not have, and then
 * without the roles that reach everybody's data. Null: not one of the desk's people.
 */
export function findPerson(identity: EntraIdentity, desk: Desk, ownTenant: string): Person | null {
  const known = identify({ aadObjectId: identity.oid, name: '' }, desk);
  if (desk.people.has(known.upn)) return known;
  if (identity.upn === null || identity.tenantId !== ownTenant.toLowerCase()) return null;
  const named = desk.people.get(identity.upn);
  if (named === undefined || named.aadObjectId !== null) return null;
  return { ...named, roles: named.roles.filter((role) => !needsObjectId.has(role)) };
}
