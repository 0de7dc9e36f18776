import type { Route } from './define-route.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { createDeskRoutes } from './desk/desk-routes.ts';
import { createExchangeRoutes, type ExchangePorts } from './exchange/exchange-routes.ts';
import { createImageRoutes, type ImagePorts } from './images/image-routes.ts';
import type { InsightPorts } from './insights/insight-ports.ts';
import { createInsightRoutes } from './insights/insight-routes.ts';
import { createMeRoutes } from './me-routes.ts';
import { createDraftRoutes } from './notes/draft-routes.ts';
import { createNoteLifeRoutes } from './notes/note-life-routes.ts';
import type { NotePorts } from './notes/note-ports.ts';
import { createNoteRoutes } from './notes/note-routes.ts';
import { createTriedRoutes } from './notes/tried-routes.ts';
import { createPeopleRoutes } from './people-routes.ts';
import { createSiteRoutes } from './site-routes.ts';
import { createTryRoutes, type TryPorts } from './try/try-routes.ts';
import type { WorkPorts } from './work/work-ports.ts';
import { createWorkRoutes } from './work/work-routes.ts';

/** What the routes need beside the desk; createApp fills it. Add to it what yours need. */
export type ApiPorts = NotePorts &
  ImagePorts &
  TryPorts &
  DeskPorts &
  WorkPorts &
  ExchangePorts &
  InsightPorts;

/** Every route of the editors' API. */
export function createApiRoutes(ports: ApiPorts): Route[] {
  return [
    ...createMeRoutes(),
    ...createSiteRoutes(),
    ...createPeopleRoutes(),
    ...createTriedRoutes(),
    ...createNoteRoutes(ports),
    ...createNoteLifeRoutes(ports),
    ...createDraftRoutes(ports),
    ...createImageRoutes(ports),
    ...createTryRoutes(ports),
    ...createDeskRoutes(ports),
    ...createWorkRoutes(ports),
    ...createExchangeRoutes(ports),
    ...createInsightRoutes(ports),
  ];
}
