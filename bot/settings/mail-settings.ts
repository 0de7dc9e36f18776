import { isLoopback } from './loopback.ts';

/** How Vaktis sends e-mail to contractors. */
export type MailSettings = {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** True: TLS from the first byte (smtps). */
    readonly secure: boolean;
    /** True: nothing is said before STARTTLS. */
    readonly requireTls: boolean;
    /** A secret: never logged. Null where the server asks for none. */
    readonly auth: { readonly user: string; readonly pass: string } | null;
  };
  /** Who it is from, and where answers and bounces go. */
  readonly from: string;
  /** What stands after the @ of our Message-IDs. */
  readonly domain: string;
};

export type MailVariables = {
  readonly VAKTIS_SMTP_URL?: string | undefined;
  readonly VAKTIS_MAIL_FROM?: string | undefined;
  readonly VAKTIS_MAIL_DOMAIN?: string | undefined;
};

type Server = MailSettings['server'];

/** What is wrong with the mail settings together, by the variable's name. Never a value. */
export function findMailFaults(env: MailVariables): { name: keyof MailVariables; message: string }[] {
  const { VAKTIS_SMTP_URL: url, VAKTIS_MAIL_FROM: from, VAKTIS_MAIL_DOMAIN: domain } = env;
  if (url === undefined) {
    const lonely = from !== undefined || domain !== undefined;
    return lonely ? [{ name: 'VAKTIS_SMTP_URL', message: 'is required with the other mail settings' }] : [];
  }
  const fault = typeof parseServer(url) === 'string' ? [parseServer(url)] : [];
  return [
    ...fault.map((message) => ({ name: 'VAKTIS_SMTP_URL' as const, message: String(message) })),
    ...(from === undefined
      ? [
          {
            name: 'VAKTIS_MAIL_FROM' as const,
            message: 'is required with VAKTIS_SMTP_URL: the sender address',
          },
        ]
      : []),
  ];
}

/** Null when no mail server is set, or the settings have faults. */
export function toMailSettings(env: MailVariables): MailSettings | null {
  const { VAKTIS_SMTP_URL: url, VAKTIS_MAIL_FROM: from, VAKTIS_MAIL_DOMAIN: domain } = env;
  const server = url === undefined ? '' : parseServer(url);
  if (typeof server === 'string' || from === undefined) return null;
  return { server, from, domain: (domain ?? from.slice(from.lastIndexOf('@') + 1)).toLowerCase() };
}

/** `smtp://user:password@host:587`; a string says what is wrong. */
function parseServer(text: string): Server | string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    return 'must be an address such as smtp://user:password@mail.example.se:587 (or smtps://)';
  }
  const strange = [...url.searchParams.keys()].find((name) => name !== 'tls');
  if (strange !== undefined || !['', '/'].includes(url.pathname))
    return 'may have no path, and no option but tls';
  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'optional') return 'knows tls=optional only';
  const auth = toAuth(url);
  if (auth === undefined) return 'must have the user and the password percent-encoded, both or neither';
  const isHere = isLoopback(url.hostname);
  if (tls === 'optional' && auth !== null && !isHere) return 'may not send a password without TLS';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    requireTls: url.protocol === 'smtp:' && tls === null && !isHere,
    auth,
  };
}

/** Undefined when they cannot be read. */
function toAuth({ username, password }: URL): Server['auth'] | undefined {
  if (username === '' && password === '') return null;
  try {
    const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    return auth.user === '' || auth.pass === '' ? undefined : auth;
  } catch {
    return undefined;
  }
}
