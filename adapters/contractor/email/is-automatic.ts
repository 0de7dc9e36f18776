import type { IncomingMail } from './read-mail.ts';

type Headers = Pick<IncomingMail, 'header' | 'subject'>;

/** Subjects of absence notes whose programs set no header for it. */
const answerSubjects =
  /^(?:automatiskt svar|autosvar|autoreply|auto:|automatic reply|automatic response|out of (?:the )?office|frånvaro(?:meddelande|avisering)?|ej på kontoret|semester(?:meddelande)?:)/i;

/**
 * A machine's answer to a letter of ours: an absence note, a receipt (RFC 3834 §5, and what programs did before it).
 * Never a word of somebody who read it.
 */
export function isAutoReply({ header, subject }: Headers): boolean {
  return (
    has(header('auto-submitted'), /^auto-(?:replied|notified)/i) ||
    has(header('precedence'), /^auto[_-]reply/i) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-autoreply-from'].some(
      (name) => header(name).length > 0,
    ) ||
    has(header('content-type'), /^multipart\/report\b|disposition-notification/i) ||
    has(header('return-path'), /^<\s*>$/) ||
    answerSubjects.test(subject)
  );
}

/** Sent by a machine, to many or to us: newsletters, lists, and the notifications of most helpdesk systems. */
export function isAutomatic({ header }: Headers): boolean {
  return (
    has(header('auto-submitted'), /^(?!no\b)\S/i) ||
    has(header('precedence'), /^(?:bulk|junk|list)\b/i) ||
    ['x-auto-response-suppress', 'list-id', 'list-unsubscribe', 'feedback-id'].some(
      (name) => header(name).length > 0,
    )
  );
}

function has(values: readonly string[], pattern: RegExp): boolean {
  return values.some((value) => pattern.test(value.trim()));
}
