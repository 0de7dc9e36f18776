import { z } from 'zod';

const maybe = z.string().nullish();

/** The fields of a user that are asked for, and no more. https://learn.microsoft.com/graph/api/resources/user */
export const GraphUser = z.object({
  id: z.string().min(1),
  userPrincipalName: z.string().min(1),
  displayName: maybe,
  department: maybe,
  officeLocation: maybe,
  city: maybe,
  companyName: maybe,
  preferredLanguage: maybe,
  accountEnabled: z.boolean().nullish(),
  userType: maybe,
});
export type GraphUser = z.infer<typeof GraphUser>;

export const GraphPage = z.object({
  /** Each by itself: one odd user must not cost all the others. */
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});
