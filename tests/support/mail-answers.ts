import { createEmailConnector } from '#adapters/contractor/email/index.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorNews } from '#bot/handoff/contractor-connector.ts';
import { imapPassword } from './imap-server.ts';
import { contractor } from './small-desk.ts';

export const ourDomain = 'vaktis.kommunen.example';
export const signingKey = 'en-lång-hemlighet-som-räcker';

export type Logged = { readonly data: object; readonly message: string };

/** A contractor reached by e-mail whose answers come to one user's mailbox on this machine. */
export function mailWorld(
  port: number,
  user: string,
  {
    settings = {},
    key = signingKey,
    reads,
    now = () => new Date(),
    smtpPort = 1,
    limits = { connect: 2_000, silence: 2_000, total: 10_000 },
    password = imapPassword as string | null,
  }: {
    settings?: Readonly<Record<string, unknown>>;
    key?: string | null;
    reads?: { mails: number; bytes: number };
    now?: () => Date;
    smtpPort?: number;
    limits?: { connect: number; silence: number; total: number };
    password?: string | null;
  } = {},
) {
  const logged: Logged[] = [];
  const desk: Contractor = contractor({
    connector: 'email',
    email: 'servicedesk@leverantor.example',
    settings: {
      imap: { host: '127.0.0.1', port, tls: 'none' },
      senders: ['leverantor.example'],
      ...settings,
    },
  });
  const connector = createEmailConnector({
    mail: {
      server: { host: '127.0.0.1', port: smtpPort, secure: false, requireTls: false, auth: null },
      from: 'vaktis@kommunen.example',
      domain: ourDomain,
    },
    now,
    language: 'sv',
    access: new Map([[desk.id, { user, secret: password, webhookSecret: key }]]),
    logger: { warn: (data, message) => void logged.push({ data, message }) },
    limits,
    ...(reads ? { reads } : {}),
  });
  let mark: string | null = null;
  return {
    desk,
    connector,
    logged,
    /** What came since the last look. */
    async look(references: readonly string[] = ['VK-1001', 'VK-1002']): Promise<readonly ContractorNews[]> {
      const cases = references.map((reference) => ({ reference, contractorReference: null }));
      const heard = await connector.follow?.(desk, cases, mark);
      mark = heard?.mark ?? null;
      return heard?.news ?? [];
    },
  };
}

let written = 0;

/** A mail as it lies in a mailbox. A header that is null is left out, one that is a list comes several times. */
export function mail(
  body: string,
  headers: Readonly<Record<string, string | readonly string[] | null>> = {},
): string {
  const all = {
    'Return-Path': '<anna@leverantor.example>',
    From: 'Anna Ek <anna@leverantor.example>',
    To: 'vaktis@kommunen.example',
    Subject: 'Re: [VK-1001] Kontot =?utf-8?Q?=C3=A4r_l=C3=A5st?=',
    'Message-ID': `<${++written}@leverantor.example>`,
    Date: 'Mon, 23 Nov 2026 10:00:00 +0100',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one) => `${name}: ${one}`),
  );
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}

/** Several parts in one mail, each with its headers. */
export function multipart(
  type: string,
  parts: readonly string[],
  headers: Readonly<Record<string, string | readonly string[] | null>> = {},
): string {
  const body = parts.map((part) => `--grans\r\n${part}\r\n`).join('');
  return mail(`${body}--grans--`, { 'Content-Type': `multipart/${type}; boundary="grans"`, ...headers });
}
