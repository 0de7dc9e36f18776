import { z } from 'zod';

const id = z.number().int().positive();

/** A ticket as `expand=true` gives it: names in place of ids. */
export const Ticket = z.object({
  id,
  number: z.string().min(1),
  title: z.string(),
  state: z.string().default(''),
  updated_at: z.iso.datetime({ offset: true }),
});
export type Ticket = z.infer<typeof Ticket>;
export const Tickets = z.array(Ticket);

export const Created = z.object({ id, number: z.string().min(1) });

/** One message of a ticket. */
export const Article = z.object({
  id,
  internal: z.boolean(),
  /** Agent, Customer or System. */
  sender: z.string().default(''),
  from: z.string().nullable().default(null),
  body: z.string(),
  content_type: z.string().default('text/plain'),
  created_at: z.iso.datetime({ offset: true }),
});
export type Article = z.infer<typeof Article>;
export const Articles = z.array(Article);

/** What is read of a trigger's webhook: the title, which begins with our reference. */
export const Call = z.object({ ticket: z.object({ title: z.string().max(500) }) });
