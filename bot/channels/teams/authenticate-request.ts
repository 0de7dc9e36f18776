import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
} from 'botframework-connector';
import type { z } from 'zod';
import { ActivitySchema, readTenant } from './activity-schema.ts';
import type { TeamsAdapter } from './create-adapter.ts';
import { isAllowedServiceUrl } from './known-hosts.ts';
import type { TeamsSettings } from './teams-settings.ts';
import { withTimeLimit } from './with-time-limit.ts';

export type Admission =
  | { readonly kind: 'admitted'; readonly caller: AuthenticateRequestResult; readonly activity: Activity }
  /** `reason` is for the log and the answer: it names the check, never what the token or the body holds. */
  | { readonly kind: 'turned-away'; readonly status: 400 | 401 | 403 | 503; readonly reason: string };

/** What every activity must have before its token is looked at: botbuilder skips the checks whose field is absent. */
const Checked = ActivitySchema.pick({
  type: true,
  channelId: true,
  serviceUrl: true,
  conversation: true,
  channelData: true,
});

const keysTimeout = 10_000;

/** Lets in what the Bot Framework signed for this bot, from Teams, from a tenant that may speak to it. */
export async function authenticateRequest(request: {
  adapter: TeamsAdapter;
  settings: TeamsSettings | null;
  body: unknown;
  authorization: string;
}): Promise<Admission> {
  const { adapter, settings, body } = request;
  const checked = Checked.safeParse(body);
  if (!checked.success || !isActivity(body)) return turnAway(400, 'not an activity');
  const refusal = checkOrigin(checked.data, settings);
  if (refusal) return refusal;
  if (settings && !/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.authorization))
    return turnAway(401, 'no token');
  try {
    const work = adapter.authenticate(body, request.authorization);
    const caller = await withTimeLimit(work, keysTimeout, 'No signing keys in time');
    return admit(caller, body, settings);
  } catch (error) {
    return isBadToken(error) ? turnAway(401, 'bad token') : turnAway(503, 'token could not be checked');
  }
}

function turnAway(status: 400 | 401 | 403 | 503, reason: string): Admission {
  return { kind: 'turned-away', status, reason };
}

/** The checks that botbuilder leaves out or skips. They cost nothing, so they come before the signature. */
function checkOrigin(activity: z.infer<typeof Checked>, settings: TeamsSettings | null): Admission | null {
  const channels = settings === null ? ['msteams', 'simulator'] : ['msteams'];
  if (!channels.includes(activity.channelId)) return turnAway(403, 'other channel');
  if (!isAllowedServiceUrl(activity.serviceUrl, settings !== null))
    return turnAway(403, 'unknown serviceUrl');
  if (settings && !isAllowedTenant(activity, settings)) return turnAway(403, 'foreign tenant');
  return null;
}

function isAllowedTenant(activity: Parameters<typeof readTenant>[0], settings: TeamsSettings): boolean {
  const tenant = readTenant(activity);
  const allowed = [settings.tenantId, ...settings.allowedTenants].map((id) => id.toLowerCase());
  return tenant !== null && allowed.includes(tenant);
}

/**
 * botbuilder also takes tokens that the bot itself could have got (the emulator's), which name no serviceUrl.
 * Only a token of the Bot Framework, for this very serviceUrl, will do.
 */
function admit(
  caller: AuthenticateRequestResult,
  activity: Activity,
  settings: TeamsSettings | null,
): Admission {
  const claimed = caller.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
  if (settings && claimed !== activity.serviceUrl) return turnAway(401, 'token for another serviceUrl');
  // botbuilder looks at the end of a token only when there is one.
  if (settings && !caller.claimsIdentity.getClaimValue('exp')) return turnAway(401, 'token without an end');
  return { kind: 'admitted', caller, activity };
}

/** An expired or forged token is the caller's fault; keys that cannot be fetched are not. */
function isBadToken(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode < 500;
  const names = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'];
  return error instanceof Error && names.includes(error.name);
}

/** The SDK looks at the checked fields only; the rest of the body is read through `parse-activity.ts`. */
function isActivity(body: unknown): body is Activity {
  return typeof body === 'object' && body !== null;
}
