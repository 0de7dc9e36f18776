import { z } from 'zod';

/** What a matter is about. The list is the exchange format's; `not-it` is a matter that is not IT's. */
export const categories = [
  'account',
  'workstation',
  'tablet',
  'printer',
  'network',
  'phone',
  'av',
  'application',
  'email-calendar',
  'server',
  'security',
  'other',
  'not-it',
] as const;

export const Category = z.enum(categories);
export type Category = z.infer<typeof Category>;
