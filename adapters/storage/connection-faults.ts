import { OutsideSystemFailed } from '#bot/errors.ts';

const socketFaults = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETDOWN',
];

/** node-postgres's own words for a connection that is gone, which have no code. */
const lostConnection =
  /^(Connection terminated|Query read timeout|Client has encountered a connection error)/;

/** Whether the connection cannot be used any more; otherwise only the statement was at fault. */
export function brokeTheConnection(error: unknown): boolean {
  const code = codeOf(error);
  if (code === null) return error instanceof Error && lostConnection.test(error.message);
  // Class 08 and 57P0x: the server closed the connection.
  return /^(08|57P0)/.test(code) || socketFaults.includes(code);
}

/**
 * Whether a statement that this connection keeps under a name is of no use any more: another process changed the
 * tables meanwhile (0A000), or a pooler in between gave us another's session (26000, 42P05).
 */
export function keepsWrongStatements(error: unknown): 'outdated' | 'pooled' | false {
  const code = codeOf(error);
  if (code === '26000' || code === '42P05') return 'pooled';
  return code === '0A000' && error instanceof Error && error.message.includes('cached plan')
    ? 'outdated'
    : false;
}

export function unreachable(error: unknown): OutsideSystemFailed {
  const reason = codeOf(error) ?? 'no answer';
  return new OutsideSystemFailed(`The database does not answer (${reason}).`, {
    retryable: true,
    cause: error,
  });
}

/** Node's and Postgres's codes in words; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const inWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  ERR_INVALID_URL: 'the address cannot be read',
  '28P01': 'the user name or the password is wrong',
  '28000': 'this user may not sign in',
  '3D000': 'there is no such database on that server',
  '57P03': 'it is starting or stopping',
  '53300': 'it has too many connections',
};

/** For whoever starts Vaktis. Only the place is named: the address itself may hold a password. */
export function serverFault(url: string, error: unknown): string {
  const address = URL.parse(url);
  const place = address === null ? '' : ` ${address.hostname}:${address.port || '5432'}${address.pathname}`;
  const code = codeOf(error) ?? 'no answer';
  return `The database${place} cannot be used: ${inWords[code] ?? code}. Check DATABASE_URL, and that the database server is running.`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
