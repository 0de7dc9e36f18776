import { z } from 'zod';
import { BaseUrl } from '../http/base-url.ts';
import { StateNames } from '../http/states.ts';

/** The connector's own settings in desk.yaml. */
export const ServiceNowSettings = z.object({
  /** `https://leverantor.service-now.com` */
  url: BaseUrl,
  /** sys_id or name of the group that gets our cases. */
  assignment_group: z.string().trim().min(1).optional(),
  /** sys_id or user name that stands as caller; the integration's user by default. */
  caller: z.string().trim().min(1).optional(),
  /** What stands in correlation_display, when several desks share one system. */
  display: z.string().trim().min(1).default('Vaktis'),
  states: StateNames,
});
export type ServiceNowSettings = z.infer<typeof ServiceNowSettings>;
