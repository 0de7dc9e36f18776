import { z } from 'zod';
import { codeOf } from '#adapters/entra/failure-code.ts';
import { dateOf } from '#adapters/entra/request-token.ts';
import type { Credentials } from '#bot/config.ts';
import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import { noteClock } from './clock-check.ts';
import type { DoctorWorld } from './world.ts';

const patience = 10_000;
/** Node's names for a certificate that a browser, and Teams, would refuse. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateFaults =
  /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|CRL_)/;
const Alive = z.object({ status: z.literal('alive') });

/** The server as Teams meets it: by its public name, over TLS, refusing whoever is not the Bot Framework. */
export function endpointChecks(world: DoctorWorld): DoctorCheck[] {
  const { words, config } = world;
  const { credentials, publicUrl } = config;
  const look = async (work: (url: string, known: Credentials) => Promise<Finding>): Promise<Finding> => {
    if (credentials === null) return off(words.noRegistration);
    return publicUrl === null ? warning(words.noPublicUrl) : work(publicUrl, credentials);
  };
  return [
    { id: 'endpoint', name: words.names.endpoint, run: () => look((url) => checkAlive(world, url)) },
    {
      id: 'messages',
      name: words.names.messages,
      run: () => look((url, known) => checkRefuses(world, url, known)),
    },
  ];
}

async function checkAlive(world: DoctorWorld, url: string): Promise<Finding> {
  const { words, network, clues } = world;
  const before = network.now().getTime();
  const answer = await call(world, `${url}/healthz`, {});
  if ('state' in answer) return answer;
  const theirs = dateOf(answer);
  const host = new URL(url).host;
  if (theirs !== null) noteClock(clues, { whose: host, theirs, before, after: network.now().getTime() });
  if (!answer.ok) return fault(words.endpointStatus(url, answer.status));
  const body = Alive.safeParse(await answer.json().catch(() => null));
  return body.success ? ok(words.endpointOk(url)) : fault(words.endpointOther(url));
}

/** What Teams would send, but for the signature. Nothing of it is ever stored: it is turned away before. */
async function checkRefuses(
  world: DoctorWorld,
  url: string,
  { appId, tenantId }: Credentials,
): Promise<Finding> {
  const { words } = world;
  const activity = {
    type: 'message',
    id: 'vaktis-doctor',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    from: { id: '29:vaktis-doctor' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'vaktis-doctor', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'vaktis doctor',
  };
  const answer = await call(world, `${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  if ('state' in answer) return answer;
  await answer.body?.cancel();
  if (answer.status === 401) return ok(words.messagesOk);
  if (answer.ok) return fault(words.messagesOpen);
  return fault(answer.status === 403 ? words.messagesForbidden : words.messagesStatus(answer.status));
}

async function call(world: DoctorWorld, url: string, init: RequestInit): Promise<Response | Finding> {
  const { words, network } = world;
  try {
    const answer = await network.fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const isElsewhere = answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400);
    return isElsewhere ? fault(words.endpointRedirect(url)) : answer;
  } catch (error) {
    const why = codeOf(error);
    const { host } = new URL(url);
    return fault(certificateFaults.test(why) ? words.certificate(host, why) : words.unreachable(host, why));
  }
}
