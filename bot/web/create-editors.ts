import { Router } from 'express';
import type { JWTVerifyGetKey } from 'jose';
import type { TeamsSettings } from '#bot/channels/teams/teams-settings.ts';
import type { MachineDrafts } from '#bot/model/machine-drafts.ts';
import { type ApiPorts, createApiRoutes } from './api/api-routes.ts';
import { createEntraSignIn } from './api/auth/entra-sign-in.ts';
import { refuseSignIn, type SignIn } from './api/auth/sign-in.ts';
import { signInToSimulator } from './api/auth/simulator-sign-in.ts';
import { type CallLimits, createCallPace } from './api/call-pace.ts';
import { type ApiSettings, createApi } from './api/create-api.ts';
import { createSimulatorPeople } from './api/simulator-people.ts';
import type { ServerPorts } from './create-server.ts';
import type { ImageLinks } from './image-links.ts';
import { createTabPages } from './tab-pages.ts';

/** What the editors' tab needs that nothing else of the app does. */
export type EditorsPorts = {
  readonly stores: StoresOfEditors;
  /** What a language model writes for them. Absent: rules make drafts alone. */
  readonly machineDrafts?: MachineDrafts | null;
  /** Keys that a tenant of Entra signs with. */
  readonly keysOf: (tenantId: string) => JWTVerifyGetKey;
  /** Where the server is reached from outside: `https://vaktis.example.se`. */
  readonly publicUrl: string | null;
  /** Where Teams' cards find the pictures of notes; null: they show none. */
  readonly imageLinks: ImageLinks | null;
  /** Where the built tab lies. */
  readonly tabFolder: string;
  /** How often one person may ask the API. Default: as nobody clicks. */
  readonly callLimits?: CallLimits;
  /** Refuse to send what breaks the API's contract, as tests do; else it is logged. */
  readonly strictAnswers?: boolean;
};

/** Whatever only editors read and write; a new one is opened in adapters/storage/open-storage.ts. */
type StoresOfEditors = Pick<
  ApiPorts,
  'editing' | 'review' | 'work' | 'images' | 'suggestions' | 'desk' | 'insights'
>;

/** What of the app it stands in. */
export type AroundEditors = Pick<ApiSettings, 'deskSource' | 'now' | 'logger'> & {
  /** Null: no registration, so the simulator's sign-in, and none in production. */
  readonly teams: Pick<TeamsSettings, 'appId' | 'tenantId' | 'allowedTenants'> | null;
  readonly production: boolean;
  /** What its routes share with the rest of the app. */
  readonly shared: Omit<ApiPorts, keyof StoresOfEditors | 'machineDrafts'>;
};

/** The tab and its API, with the sign-in that fits how the process runs. */
export function createEditors(
  editors: EditorsPorts,
  around: AroundEditors,
): Required<Pick<ServerPorts, 'api' | 'tab'>> & Pick<ServerPorts, 'pictures'> {
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
  return {
    api: isSimulated ? Router().use(createSimulatorPeople(rest.deskSource)).use(api) : api,
    ...(editors.imageLinks ? { pictures: editors.imageLinks.serve } : {}),
    tab: createTabPages({ folder: editors.tabFolder, inTeams: teams !== null }),
  };
}

function signInFor({ publicUrl, keysOf }: EditorsPorts, { teams, production, now }: AroundEditors): SignIn {
  if (teams === null) return production ? refuseSignIn : signInToSimulator;
  return createEntraSignIn({ settings: { ...teams, publicUrl }, keysOf, now });
}
