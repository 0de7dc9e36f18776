import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** The public keys of each tenant, fetched when first needed and kept by jose, which fetches anew for unknown ones. */
export function createEntraKeys(): (tenantId: string) => JWTVerifyGetKey {
  const known = new Map<string, JWTVerifyGetKey>();
  return (tenantId) => {
    const keys = known.get(tenantId) ?? fetchKeys(tenantId);
    known.set(tenantId, keys);
    return keys;
  };
}

/** Called with an allowed tenant's id only, a GUID, so the address is Microsoft's whatever a token says. */
function fetchKeys(tenantId: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`), {
    timeoutDuration: 5_000,
  });
}
