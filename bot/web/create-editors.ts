import type { JWTVerifyGetKey } from 'jose';
import type { TeamsSettings } from '#bot/channels/teams/teams-settings.ts';
import type { MachineDrafts } from '#bot/model/machine-drafts.ts';
import type { ApiPorts } from './api/api-routes.ts';
import type { CallLimits } from './api/call-pace.ts';
import type { ApiSettings } from './api/create-api.ts';
import type { ServerPorts } from './create-server.ts';
import type { ImageLinks } from './image-links.ts';
import { createTabPages } from './tab-pages.ts';
import { whenFirstAsked } from './when-first-asked.ts';

/** What the editors' tab needs that nothing else of the app does. */
export type EditorsPorts = {
  readonly stores: StoresOfEditors;
  /** What a language model writes for them. Absent: rules make drafts alone. */
  readonly machineDrafts?: MachineDrafts | null;
  /** Keys that a tenant of Entra signs with. Default: as Microsoft tells them. */
  readonly keysOf?: (tenantId: string) => JWTVerifyGetKey;
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

/**
 * The tab and its API. The API is loaded when somebody first asks it: it is a good part of all code, and nobody who
 * writes to the bot should wait for it at a start.
 */
export function createEditors(
  editors: EditorsPorts,
  around: AroundEditors,
): Required<Pick<ServerPorts, 'api' | 'tab'>> & Pick<ServerPorts, 'pictures'> {
  return {
    api: whenFirstAsked(async () => {
      const { createEditorsApi } = await import('./create-editors-api.ts');
      return createEditorsApi(editors, around);
    }),
    ...(editors.imageLinks ? { pictures: editors.imageLinks.serve } : {}),
    tab: createTabPages({ folder: editors.tabFolder, inTeams: around.teams !== null }),
  };
}
