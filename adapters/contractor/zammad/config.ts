import { z } from 'zod';
import { BaseUrl } from '../http/base-url.ts';
import { StateNames } from '../http/states.ts';

/** The connector's own settings in desk.yaml. */
export const ZammadSettings = z.object({
  /** `https://support.leverantor.se` */
  url: BaseUrl,
  /** The group that gets our cases. */
  group: z.string().trim().min(1),
  /** Who stands as customer of every case: the desk's own address in their system. */
  customer: z.email(),
  states: StateNames,
});
export type ZammadSettings = z.infer<typeof ZammadSettings>;
