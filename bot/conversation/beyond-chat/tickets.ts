import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a form is about, carried by the form itself: nothing of the message is kept before somebody sends it. */
const Ticket = z.strictObject({
  messageId: z.string().min(1),
  /** The chat where it was written. */
  conversationId: z.string().min(1),
  author: z.strictObject({ aadObjectId: z.guid(), name: z.string() }),
  /** Only this person may send the form. Entra object id. */
  presserId: z.string().min(1),
  /** Of what was written, so that it shows when it was changed; see `printOf`. */
  print: z.string(),
});
export type Ticket = z.infer<typeof Ticket>;

export type Tickets = {
  readonly seal: (ticket: Ticket) => string;
  /** Null: not one that this house sealed. */
  readonly open: (sealed: string) => Ticket | null;
};

const longest = 4_000;

/** `key`: the same in every process, so that another than the one that made the form may take it. */
export function createTickets(key: Uint8Array): Tickets {
  const sign = (content: string) => createHmac('sha256', key).update(`report-form\n${content}`).digest();
  return {
    seal(ticket) {
      const content = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      return `${content}.${sign(content).toString('base64url')}`;
    },
    open(sealed) {
      const [content, signature, ...rest] = sealed.slice(0, longest).split('.');
      if (content === undefined || signature === undefined || rest.length > 0) return null;
      const own = sign(content);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      return Ticket.safeParse(parse(content)).data ?? null;
    },
  };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(Buffer.from(content, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** The same for the same words, however a client broke their lines. */
export function printOf(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}
