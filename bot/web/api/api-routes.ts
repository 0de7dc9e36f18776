import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { Route } from './define-route.ts';
import { createMeRoutes } from './me-routes.ts';
import { createSiteRoutes } from './site-routes.ts';

/** What the routes need beside the desk; createApp fills it. Add to it what yours need. */
export type ApiPorts = {
  /** Reads and changes one item of the desk at a time, with its history. */
  readonly editing: DeskEditing;
};

/** Every route of the editors' API. */
export function createApiRoutes(_ports: ApiPorts): Route[] {
  return [...createMeRoutes(), ...createSiteRoutes()];
}
