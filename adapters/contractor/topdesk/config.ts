import { z } from 'zod';
import { BaseUrl } from '../http/base-url.ts';
import { StateNames } from '../http/states.ts';

/** The connector's own settings in desk.yaml. */
export const TopdeskSettings = z.object({
  /** `https://leverantor.topdesk.net` */
  url: BaseUrl,
  /** Id of the person who stands as caller of every case: the desk's own card in their system. */
  caller_id: z.string().trim().min(1),
  states: StateNames,
});
export type TopdeskSettings = z.infer<typeof TopdeskSettings>;
