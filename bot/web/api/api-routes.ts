import type { Route } from './define-route.ts';
import { createMeRoutes } from './me-routes.ts';
import { createSiteRoutes } from './site-routes.ts';

/** What the routes need beside the desk; createApp fills it. Add to it what yours need. */
export type ApiPorts = Record<never, never>;

/** Every route of the editors' API. */
export function createApiRoutes(_ports: ApiPorts): Route[] {
  return [...createMeRoutes(), ...createSiteRoutes()];
}
