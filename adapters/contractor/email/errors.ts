import { z } from 'zod';
import { OutsideSystemFailed } from '#bot/errors.ts';

/** The fields of nodemailer's errors that are read. Their text is not passed on: servers repeat addresses in it. */
const MailError = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
});
type MailError = z.infer<typeof MailError>;

/** Faults that no waiting mends, found before or without an answer of the server: sign-in, addresses, the letter. */
const final = ['EAUTH', 'ENOAUTH', 'EENVELOPE', 'EMESSAGE'];

/**
 * A failed sending as the house knows errors: 4xx can be tried again, 5xx is the server's last word (RFC 5321
 * §4.2.1). Without any answer it can be tried again; once the letter was under way it may have arrived.
 */
export function mapError(error: unknown, isUnderWay: boolean): OutsideSystemFailed {
  if (error instanceof OutsideSystemFailed) return error;
  const { data } = MailError.safeParse(error);
  const fault: MailError = data ?? {};
  const { responseCode } = fault;
  if (responseCode !== undefined && responseCode >= 400) {
    return new OutsideSystemFailed(`the mail server answered ${answerOf(fault)}`, {
      retryable: responseCode < 500,
    });
  }
  return new OutsideSystemFailed(`the mail could not be handed over (${codeOf(fault)})`, {
    retryable: isUnderWay || !final.includes(fault.code ?? ''),
    ambiguous: isUnderWay,
  });
}

/** `550 5.1.1 (RCPT TO)`: numbers and the command only. */
function answerOf({ responseCode, response, command }: MailError): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const during = /^(?:MAIL FROM|RCPT TO|DATA|CONN|EHLO|STARTTLS|AUTH)\b/.exec(command ?? '')?.[0];
  return [responseCode, enhanced, during && `(${during})`].filter(Boolean).join(' ');
}

function codeOf({ code, originalCode }: MailError): string {
  return /^[A-Z_]+$/.exec(originalCode ?? code ?? '')?.[0] ?? 'unknown';
}

/** The fields of imapflow's errors that are read; never the server's words. */
const MailboxError = z.object({
  code: z.string().optional(),
  authenticationFailed: z.boolean().optional(),
  serverResponseCode: z.string().optional(),
});

/**
 * A mailbox that could not be read. Always tried again, also after a refused sign-in: a password is mended without
 * our knowing, and until then nothing but time is lost.
 */
export function mapMailboxError(error: unknown): OutsideSystemFailed {
  if (error instanceof OutsideSystemFailed) return error;
  const fault = MailboxError.safeParse(error).data ?? {};
  const code = [fault.serverResponseCode, fault.code].find((name) => /^[A-Za-z_-]{1,40}$/.test(name ?? ''));
  const what = fault.authenticationFailed ? 'refused our sign-in' : 'could not be read';
  return new OutsideSystemFailed(`the mailbox ${what} (${code ?? 'unknown'})`, { retryable: true });
}
