import { z } from 'zod';
import { BaseUrl } from '../http/base-url.ts';
import { StateNames } from '../http/states.ts';

/** An id as people write it in desk.yaml: 12 or "12". */
const Id = z.union([z.string().trim().min(1), z.number().int().positive().transform(String)]);

/** The connector's own settings in desk.yaml. */
export const JiraSettings = z.object({
  /** `https://leverantor.atlassian.net` */
  url: BaseUrl,
  /** The service desk and the request type that get our cases. */
  service_desk_id: Id,
  request_type_id: Id,
  states: StateNames,
});
export type JiraSettings = z.infer<typeof JiraSettings>;
