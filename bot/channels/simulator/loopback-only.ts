import type { Request, RequestHandler } from 'express';
import { NotAllowed } from '#bot/errors.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/**
 * The simulator lets anybody play anybody, so it runs on this machine only and never beside a real registration.
 * @throws NotAllowed
 */
export function assertSimulatorAllowed(setting: {
  production: boolean;
  hasCredentials: boolean;
  host: string;
}): void {
  if (setting.production) throw new NotAllowed('The simulator does not run in production.');
  if (setting.hasCredentials) {
    throw new NotAllowed('The simulator does not run beside the credentials of a real bot.');
  }
  if (!loopbackHosts.has(setting.host) && !setting.host.startsWith('127.')) {
    throw new NotAllowed(`The simulator listens on a loopback address only, not on ${setting.host}.`);
  }
}

/**
 * Refuses who is not on this machine, and pages of other origins that the person may have open: such a page
 * could send with its own name in Host (DNS rebinding) or in Origin.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  if (isNearAndKnown(request)) next();
  else response.status(403).type('text/plain').send('The simulator answers on this machine only.\n');
};

/** Whether a request comes from this machine, to a name of it, and from no page of another origin. */
export function isNearAndKnown(request: Pick<Request, 'socket' | 'headers'>): boolean {
  const origin = request.headers.origin;
  const known = isLoopbackHost(request.headers.host) && (origin === undefined || isSame(origin, request));
  return known && isLoopbackAddress(request.socket.remoteAddress ?? '');
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '');
  return loopbackHosts.has(name) || /^127(\.\d{1,3}){3}$/.test(name);
}

function isSame(origin: string, request: { headers: { host?: string | undefined } }): boolean {
  return origin === `http://${request.headers.host ?? ''}`;
}
