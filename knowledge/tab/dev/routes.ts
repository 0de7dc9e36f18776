import { deskRoutes } from './desk-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { insightsRoutes } from './insights-routes.ts';
import { meRoutes } from './me-routes.ts';
import { noteRoutes } from './note-routes.ts';
import type { Route } from './route.ts';
import { tryRoutes } from './try-routes.ts';
import { workRoutes } from './work-routes.ts';

export type StandInWorld = { readonly notes: number; readonly now: () => Date };

/** Every route of the stand-in: a view brings a file of its own and is named here. */
export function createRoutes(world: StandInWorld): readonly Route[] {
  return [
    ...meRoutes(),
    ...noteRoutes(world),
    ...workRoutes(),
    ...deskRoutes(),
    ...tryRoutes(),
    ...insightsRoutes(world),
    ...exchangeRoutes(),
  ];
}
