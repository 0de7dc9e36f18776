import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailLimits, MailSender, MailServer } from './config.ts';
import { mapError } from './errors.ts';
import { Accepted, Mail } from './schema.ts';

/** Hands letters to one mail server, a connection for each: they are few. */
export type MailClient = {
  /** @throws OutsideSystemFailed; ambiguous when the server fell silent after the letter had begun. */
  send(mail: Mail): Promise<void>;
};

export function createMailClient(sender: MailSender, limits: MailLimits): MailClient {
  return {
    async send(mail) {
      const raw = await compose(Mail.parse(mail));
      const envelope = { from: mail.from.address, to: [mail.to], size: raw.length };
      await hand({ sender, limits }, envelope, raw);
    },
  };
}

async function compose(mail: Mail): Promise<Buffer> {
  const { inReplyTo, references, attachments, ...rest } = mail;
  const chain = inReplyTo === null ? {} : { inReplyTo, references };
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    ...rest,
    ...chain,
    attachments: attachments.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
    encoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

type Envelope = { from: string; to: string[]; size: number };

/**
 * nodemailer's transport does not say whether a cut connection had begun to carry the letter, and that decides
 * whether a second try may be a duplicate; so its connection is driven here.
 */
async function hand(
  { sender, limits }: { sender: MailSender; limits: MailLimits },
  envelope: Envelope,
  raw: Buffer,
): Promise<void> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection(toOptions(sender, limits));
  const letter = { isUnderWay: false };
  const lost = Promise.withResolvers<never>();
  // The listener stays: an error after the end has nobody else who hears it.
  connection.on('error', lost.reject);
  const timer = setTimeout(() => lost.reject({ code: 'ETIMEDOUT' }), limits.total);
  try {
    await Promise.race([lost.promise, talk(connection, sender.server, envelope, readOnce(raw, letter))]);
    connection.quit();
  } catch (error) {
    connection.close();
    throw mapError(error, letter.isUnderWay);
  } finally {
    clearTimeout(timer);
  }
}

async function talk(
  connection: SMTPConnection,
  { auth }: MailServer,
  envelope: Envelope,
  letter: Readable,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (auth !== null) {
    await new Promise<void>((resolve, reject) => {
      connection.login(auth, (error) => (error ? reject(error) : resolve()));
    });
  }
  const answer = await new Promise<unknown>((resolve, reject) => {
    connection.send(envelope, letter, (error, info) => (error ? reject(error) : resolve(info)));
  });
  Accepted.parse(answer);
}

/** The connection reads it only when the server has said go (354): from then on the letter is under way. */
function readOnce(raw: Buffer, letter: { isUnderWay: boolean }): Readable {
  return new Readable({
    read() {
      letter.isUnderWay = true;
      this.push(raw);
      this.push(null);
    },
  });
}

function toOptions({ server, domain }: MailSender, limits: MailLimits) {
  return {
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    name: domain,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.silence,
    dnsTimeout: limits.connect,
    tls: { minVersion: 'TLSv1.2' as const },
  };
}
