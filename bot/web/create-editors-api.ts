import { type RequestHandler, Router } from 'express';
import { createApiRoutes } from './api/api-routes.ts';
import { createEntraKeys } from './api/auth/entra-keys.ts';
import { createEntraSignIn } from './api/auth/entra-sign-in.ts';
import { refuseSignIn, type SignIn } from './api/auth/sign-in.ts';
import { signInToSimulator } from './api/auth/simulator-sign-in.ts';
import { createCallPace } from './api/call-pace.ts';
import { createApi } from './api/create-api.ts';
import { createSimulatorPeople } from './api/simulator-people.ts';
import type { AroundEditors, EditorsPorts } from './create-editors.ts';

/** The API of the editors' tab, with the sign-in that fits how the process runs. */
export function createEditorsApi(editors: EditorsPorts, around: AroundEditors): RequestHandler {
  const { teams, production, shared, ...rest } = around;
  const api = createApi({
    ...rest,
    routes: createApiRoutes({ ...shared, ...editors.stores, machineDrafts: editors.machineDrafts ?? null }),
    signIn: signInFor(editors, around),
    strictAnswers: editors.strictAnswers ?? false,
    // Whoever plays everybody on their own machine keeps nobody waiting.
    ...(teams === null ? {} : { pace: createCallPace(() => performance.now(), editors.callLimits) }),
  });
  const isSimulated = teams === null && !production;
  return isSimulated ? Router().use(createSimulatorPeople(rest.deskSource)).use(api) : api;
}

function signInFor(
  { publicUrl, keysOf = createEntraKeys() }: EditorsPorts,
  { teams, production, now }: AroundEditors,
): SignIn {
  if (teams === null) return production ? refuseSignIn : signInToSimulator;
  return createEntraSignIn({ settings: { ...teams, publicUrl }, keysOf, now });
}
