/**
 * The Connector's hosts in the clouds that this bot signs in to: public and GCC.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 * Exact names only: anybody can register another name under trafficmanager.net.
 */
const connectorHosts = new Set(['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']);

/** Where a person who never wrote is greeted first; afterwards their own activity's serviceUrl is used. */
export const firstContactServiceUrl = 'https://smba.trafficmanager.net/teams/';

/**
 * Whether the bot may send to this serviceUrl. With a registration: https and a known host, so that the bot's
 * token never goes elsewhere. Without: this machine only, for the simulator.
 */
export function isAllowedServiceUrl(serviceUrl: string, registered: boolean): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (!registered) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
  return url.protocol === 'https:' && url.port === '' && connectorHosts.has(url.hostname);
}

/** True for a name of this machine that no DNS answer can change. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
