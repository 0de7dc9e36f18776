import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import type { MailSettings } from '#bot/settings/mail-settings.ts';
import { type DoctorCheck, type Finding, fault, off, ok } from './check.ts';
import type { DoctorWorld } from './world.ts';

const patience = 10_000;
const MailError = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

/** Connects, signs in and leaves again: no letter is sent. */
export function mailCheck({ words, config }: Pick<DoctorWorld, 'words' | 'config'>): DoctorCheck {
  const { mail } = config;
  return {
    id: 'mail',
    name: words.names.mail,
    run: async () => (mail === null ? off(words.noMail) : look(mail, words)),
  };
}

async function look({ server, domain }: MailSettings, words: DoctorWorld['words']): Promise<Finding> {
  try {
    await signIn(server, domain);
    return ok(words.mailOk(server.host));
  } catch (error) {
    const { data } = MailError.safeParse(error);
    const code = data?.code ?? 'unknown';
    if (code === 'EAUTH' || code === 'ENOAUTH' || data?.responseCode === 535) {
      return fault(words.mailSignIn(server.host));
    }
    if (code === 'ETLS' || /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)) {
      return fault(words.mailTls(server.host));
    }
    // The server's own words stay out of it: they may repeat what was sent.
    return fault(words.mailAway(server.host, /^[A-Z_]+$/.test(code) ? code : 'unknown'));
  }
}

async function signIn(server: MailSettings['server'], domain: string): Promise<void> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    name: domain,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    tls: { minVersion: 'TLSv1.2' },
  });
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  // The listener stays: an error after the end has nobody else who hears it.
  connection.on('error', lost.reject);
  try {
    await Promise.race([lost.promise, talk(connection, server.auth)]);
    connection.quit();
  } finally {
    connection.close();
  }
}

async function talk(connection: SMTPConnection, auth: MailSettings['server']['auth']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (auth === null) return;
  await new Promise<void>((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}
