import type { RequestHandler } from 'express';
import type { JWTVerifyGetKey } from 'jose';
import type { TeamsSettings } from '#bot/channels/teams/teams-settings.ts';
import { type ApiPorts, createApiRoutes } from './api/api-routes.ts';
import { createEntraSignIn } from './api/auth/entra-sign-in.ts';
import { refuseSignIn, type SignIn } from './api/auth/sign-in.ts';
import { signInToSimulator } from './api/auth/simulator-sign-in.ts';
import { type ApiSettings, createApi } from './api/create-api.ts';

export type EditorsApiPorts = Omit<ApiSettings, 'routes' | 'signIn'> & {
  /** Null: no registration, so the simulator's sign-in, and none in production. */
  readonly teams: Pick<TeamsSettings, 'appId' | 'tenantId' | 'allowedTenants'> | null;
  readonly production: boolean;
  /** Where the server is reached from outside: `https://vaktis.example.se`. */
  readonly publicUrl: string | null;
  readonly keysOf: (tenantId: string) => JWTVerifyGetKey;
  readonly routes: ApiPorts;
};

/** The API with every route and the sign-in that fits how the process runs. */
export function createEditorsApi(ports: EditorsApiPorts): RequestHandler {
  const { routes, ...rest } = ports;
  return createApi({ ...rest, routes: createApiRoutes(routes), signIn: signInFor(ports) });
}

function signInFor({ teams, production, publicUrl, keysOf, now }: EditorsApiPorts): SignIn {
  if (teams === null) return production ? refuseSignIn : signInToSimulator;
  return createEntraSignIn({ settings: { ...teams, publicUrl }, keysOf, now });
}
