import { app, authentication } from '@microsoft/teams-js';
import { type Host, toLanguage, toTheme } from './host.ts';

/**
 * The tab inside Teams. Locale and theme are for display only; who it is, the server reads from the token.
 * @throws when Teams does not answer: then we are not inside it.
 */
export async function openTeamsHost(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  return {
    kind: 'teams',
    language: toLanguage(context.app.locale),
    theme: toTheme(context.app.theme),
    deepLink: context.page.subPageId || null,
    // Teams keeps the token and renews it by itself, so asking again is the renewal.
    authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
    linkTo: (link) => teamsLink(context.app.appId?.toString(), context.page.id, link),
    notifySuccess: () => app.notifySuccess(),
    onThemeChange: (listener) => {
      app.registerOnThemeChangeHandler((name) => listener(toTheme(name)));
      // Teams knows one listener only, and no way to take it back.
      return () => app.registerOnThemeChangeHandler(() => {});
    },
  };
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
function teamsLink(appId: string | undefined, entityId: string, link: string): string | null {
  if (!appId) return null;
  const context = encodeURIComponent(JSON.stringify({ subEntityId: link }));
  return `https://teams.microsoft.com/l/entity/${appId}/${encodeURIComponent(entityId)}?context=${context}`;
}
