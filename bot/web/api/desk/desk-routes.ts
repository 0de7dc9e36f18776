import type { Route } from '../define-route.ts';
import { createChangeRoutes } from './change-routes.ts';
import type { DeskPorts } from './desk-ports.ts';
import { createPersonDeskRoutes } from './person-desk-routes.ts';
import { createRotaRoutes } from './rota-routes.ts';
import { createSettingsRoutes } from './settings-routes.ts';
import { createSiteDeskRoutes } from './site-desk-routes.ts';
import { createTechnicianDeskRoutes } from './technician-desk-routes.ts';

/** The desk's own data: sites, people, technicians and their rota, settings, and the history of all of it. */
export function createDeskRoutes(ports: DeskPorts): Route[] {
  return [
    ...createSiteDeskRoutes(ports),
    ...createPersonDeskRoutes(ports),
    ...createTechnicianDeskRoutes(ports),
    ...createRotaRoutes(),
    ...createSettingsRoutes(ports),
    ...createChangeRoutes(ports),
  ];
}
