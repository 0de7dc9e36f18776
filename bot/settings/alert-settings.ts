import { isLoopback } from './loopback.ts';

/** Where what cannot wait is called out: a service that sends an SMS or rings. */
export type AlertSettings = {
  readonly url: string;
  /** Signs what is posted. Never logged. */
  readonly secret: string;
};

export type AlertVariables = {
  readonly VAKTIS_ALERT_WEBHOOK?: string | undefined;
  readonly VAKTIS_ALERT_SECRET?: string | undefined;
};

const shortestSecret = 16;

/** What is wrong with the alert's settings together, by the variable's name. Never a value. */
export function findAlertFaults(env: AlertVariables): { name: keyof AlertVariables; message: string }[] {
  const { VAKTIS_ALERT_WEBHOOK: url, VAKTIS_ALERT_SECRET: secret } = env;
  const faults: { name: keyof AlertVariables; message: string }[] = [];
  if (url !== undefined && !isAllowed(url)) {
    faults.push({
      name: 'VAKTIS_ALERT_WEBHOOK',
      message: 'must be an https:// address without user name (http:// only on this machine)',
    });
  }
  if (url === undefined && secret !== undefined) {
    faults.push({ name: 'VAKTIS_ALERT_WEBHOOK', message: 'is required with VAKTIS_ALERT_SECRET' });
  }
  if (url !== undefined && secret === undefined) {
    faults.push({ name: 'VAKTIS_ALERT_SECRET', message: 'is required with VAKTIS_ALERT_WEBHOOK' });
  }
  if (secret !== undefined && secret.length < shortestSecret) {
    faults.push({ name: 'VAKTIS_ALERT_SECRET', message: `must have at least ${shortestSecret} characters` });
  }
  return faults;
}

/** Null when nothing is set: then nobody is called out. */
export function toAlertSettings(env: AlertVariables): AlertSettings | null {
  const { VAKTIS_ALERT_WEBHOOK: url, VAKTIS_ALERT_SECRET: secret } = env;
  return url === undefined || secret === undefined ? null : { url, secret };
}

function isAllowed(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
