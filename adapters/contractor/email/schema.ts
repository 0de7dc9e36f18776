import { z } from 'zod';

/** One line without control or direction characters: nothing in it can begin another header. */
const line = z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');
const address = z.email();
/** RFC 5322 §3.6.4, of safe characters only. */
const messageId = z.string().regex(/^<[A-Za-z0-9-]+\.[a-z0-9]+@[A-Za-z0-9.-]+>$/, 'must be a Message-ID');

/** One letter as it is sent: checked whole, so that words of a person never become headers. */
export const Mail = z.object({
  from: z.object({ name: line, address }),
  to: address,
  replyTo: address,
  subject: line.min(1).max(200),
  text: z.string().min(1),
  messageId,
  /** The message before this one; null for the first. */
  inReplyTo: messageId.nullable(),
  /** All before this one, oldest first. */
  references: z.array(messageId),
  date: z.date(),
  headers: z.record(z.string().regex(/^[A-Za-z-]+$/), line),
  attachments: z.array(
    z.object({
      filename: line,
      contentType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/i),
      content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    }),
  ),
});
export type Mail = z.infer<typeof Mail>;

/** What is used of the mail server's answer when it took a letter. */
export const Accepted = z.object({ accepted: z.array(z.string()).min(1) });
