import {
  dateOf,
  type EntraCredential,
  requestToken,
  type TokenAnswer,
} from '#adapters/entra/request-token.ts';
import type { Config, Credentials } from '#bot/config.ts';
import { type EntraNames, entraRefusal } from '#bot/i18n/entra.ts';
import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import { noteClock } from './clock-check.ts';
import type { DoctorWorld } from './world.ts';

/** What the bot's token is for when it sends. */
const connector = 'https://api.botframework.com';
const settingNames: EntraNames = {
  appId: 'MicrosoftAppId',
  secret: 'MicrosoftAppPassword',
  tenant: 'MicrosoftAppTenantId',
};
/**
 * Refusals that come after Entra has found what the token is for: an application may not ask for itself by name, or
 * nobody was assigned to it. Then the URI is registered, and that is all that was asked.
 */
const foundAllTheSame = [90009, 501051];
const unknownResource = [500011, 650057, 70011, 500131];

/** What Entra says: whether the bot may send, and whether people may sign in to the tab. */
export function entraChecks(world: DoctorWorld): DoctorCheck[] {
  const { names } = world.words;
  const { credentials } = world.config;
  const unset = async () => off(world.words.noRegistration);
  return [
    {
      id: 'credentials',
      name: names.credentials,
      run: () => (credentials === null ? unset() : checkCredentials(world, credentials)),
    },
    {
      id: 'tab',
      name: names.tab,
      run: () => (credentials === null ? unset() : checkTab(world, credentials)),
    },
  ];
}

async function checkCredentials(world: DoctorWorld, credentials: Credentials): Promise<Finding> {
  const answer = await ask(world, credentials, connector);
  if (answer.kind === 'token') return ok(world.words.credentialsOk);
  return fault(remedyOf(answer, world, credentials));
}

async function ask(
  { config, network, clues }: Pick<DoctorWorld, 'config' | 'network' | 'clues'>,
  credentials: Credentials,
  resource: string,
): Promise<TokenAnswer> {
  const before = network.now().getTime();
  const answer = await requestToken({
    credential: credentialOf(credentials, config),
    tenantId: credentials.tenantId,
    resource,
    loginUrl: network.loginUrl,
    fetch: network.fetch,
  });
  const theirs = answer.kind === 'unreachable' ? null : answer.date;
  if (theirs !== null) noteClock(clues, { whose: 'Entra', theirs, before, after: network.now().getTime() });
  return answer;
}

function credentialOf({ appId, password }: Credentials, { identityHost }: Config): EntraCredential {
  return password === null
    ? { kind: 'managed-identity', clientId: appId, host: identityHost }
    : { kind: 'secret', clientId: appId, secret: password };
}

function remedyOf(
  answer: Exclude<TokenAnswer, { kind: 'token' }>,
  { words, language, network }: DoctorWorld,
  { password }: Credentials,
) {
  if (answer.kind === 'refused') return entraRefusal(answer.code, language, settingNames);
  if (password === null) return words.identityUnreachable;
  return words.unreachable(new URL(network.loginUrl).host, answer.why);
}

/** The keys that sign the tab's tokens, and the URI that they are made out to. */
async function checkTab(world: DoctorWorld, credentials: Credentials): Promise<Finding> {
  const { words, config } = world;
  if (config.publicUrl === null) return warning(words.noPublicUrl);
  if (!(await hasKeys(world, credentials))) return fault(words.tabKeys);
  const uri = tabResource(config.publicUrl, credentials.appId);
  // Only a secret can ask for another resource: a managed identity's host knows nothing of URIs of one's own.
  if (credentials.password === null) return ok(words.tabOk(uri));
  const answer = await ask(world, credentials, uri);
  if (answer.kind === 'token') return ok(words.tabOk(uri));
  const code = answer.kind === 'refused' ? answer.code : null;
  if (code !== null && foundAllTheSame.includes(code)) return ok(words.tabOk(uri));
  if (code !== null && unknownResource.includes(code)) return fault(words.tabUnknownUri(uri));
  return fault(remedyOf(answer, world, credentials));
}

/** As the manifest and the check of the tab's tokens write it. */
export function tabResource(publicUrl: string, appId: string): string {
  return `api://${new URL(publicUrl).host.toLowerCase()}/botid-${appId.toLowerCase()}`;
}

async function hasKeys({ network, clues }: DoctorWorld, { tenantId }: Credentials): Promise<boolean> {
  const before = network.now().getTime();
  try {
    const answer = await network.fetch(`${network.loginUrl}/${tenantId}/discovery/v2.0/keys`, {
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    const theirs = dateOf(answer);
    if (theirs !== null) noteClock(clues, { whose: 'Entra', theirs, before, after: network.now().getTime() });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
