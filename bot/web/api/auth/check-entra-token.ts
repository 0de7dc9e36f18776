import { decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { NotSignedIn } from '../api-errors.ts';

export type EntraSettings = {
  /** The app registration's client id. */
  readonly appId: string;
  /** The desk's own tenant. */
  readonly tenantId: string;
  /** Tenants whose people may sign in; holds tenantId. */
  readonly allowedTenants: readonly string[];
  /** `https://vaktis.example.se`; null: tokens of version 1, which name it, are refused. */
  readonly publicUrl: string | null;
};

export type EntraPorts = {
  readonly settings: EntraSettings;
  /** The keys that a tenant signs with; see entra-keys.ts. */
  readonly keysOf: (tenantId: string) => JWTVerifyGetKey;
  readonly now: () => Date;
};

/** Whom Entra vouches for. */
export type EntraIdentity = {
  /** Object id, lower case; the one name of a person that never changes. */
  readonly oid: string;
  /** Lower case. */
  readonly tenantId: string;
  /** User principal name, lower case, when a member of the tenant has one; a guest's is not taken. */
  readonly upn: string | null;
};

const Claims = z.object({
  oid: z.guid(),
  tid: z.guid(),
  scp: z.string(),
  upn: z.string().optional(),
  preferred_username: z.string().optional(),
  idp: z.string().optional(),
  acct: z.union([z.number(), z.string()]).optional(),
});

const clockTolerance = 60;

/**
 * Checks a token of the tab's single sign-on, versions 1 and 2: signature (RS256), tenant, issuer, audience, time
 * and the delegated scope `access_as_user`. Source: the Teams platform's tab sign-in.
 * @throws NotSignedIn, whatever is wrong with it.
 */
export async function checkEntraToken(token: string, ports: EntraPorts): Promise<EntraIdentity> {
  try {
    return await verify(token, ports);
  } catch (error) {
    if (error instanceof OutsideSystemFailed) throw error;
    // Why is nobody's business who sends a bad token.
    throw new NotSignedIn('the token will not do', { cause: error });
  }
}

async function verify(token: string, { settings, keysOf, now }: EntraPorts): Promise<EntraIdentity> {
  // Not trusted yet: it only chooses whose keys must have signed it.
  const tenantId = z.guid().parse(decodeJwt(token).tid).toLowerCase();
  if (!settings.allowedTenants.some((allowed) => allowed.toLowerCase() === tenantId)) {
    throw new Error('a tenant that may not sign in');
  }
  const { payload } = await jwtVerify(token, reaching(keysOf(tenantId)), {
    algorithms: ['RS256'],
    issuer: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
    audience: audiencesOf(settings),
    requiredClaims: ['exp', 'oid', 'tid', 'scp'],
    clockTolerance,
    currentDate: now(),
  });
  const claims = Claims.parse(payload);
  if (!claims.scp.split(' ').includes('access_as_user')) throw new Error('another scope');
  return { oid: claims.oid.toLowerCase(), tenantId, upn: upnOf(claims, tenantId) };
}

/** That the keys cannot be had is no fault of the token's: whoever sends it may try again. */
function reaching(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isKnown = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported;
      if (isKnown) throw error;
      throw new OutsideSystemFailed('the tenant’s keys cannot be had', { retryable: true, cause: error });
    }
  };
}

function audiencesOf({ appId, publicUrl }: EntraSettings): string[] {
  const id = appId.toLowerCase();
  const uri = publicUrl === null ? [] : [`api://${new URL(publicUrl).host.toLowerCase()}/botid-${id}`];
  return [id, ...uri];
}

/** A guest's name is given by somebody else than the tenant: it could be anybody's. */
function upnOf(claims: z.infer<typeof Claims>, tenantId: string): string | null {
  const isGuest =
    Number(claims.acct ?? 0) !== 0 ||
    (claims.idp !== undefined && !claims.idp.toLowerCase().includes(tenantId));
  const upn = claims.upn ?? claims.preferred_username ?? null;
  return isGuest || upn === null || upn.includes('#') ? null : upn.toLowerCase();
}
