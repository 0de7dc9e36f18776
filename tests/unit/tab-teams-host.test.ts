import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTeamsHost } from '#knowledge/tab/host/teams-host.ts';

const teams = vi.hoisted(() => ({
  initialize: vi.fn(async () => {}),
  getContext: vi.fn(),
  notifySuccess: vi.fn(),
  registerOnThemeChangeHandler: vi.fn(),
  getAuthToken: vi.fn(async () => 'token-1'),
}));
vi.mock('@microsoft/teams-js', () => ({ app: teams, authentication: { getAuthToken: teams.getAuthToken } }));

const context = {
  app: { locale: 'sv-se', theme: 'dark', appId: { toString: () => 'app-1' } },
  page: { id: 'notes', subPageId: 'note-solrosen/skrivaren' },
};

describe('the tab inside Teams', () => {
  beforeEach(() => {
    teams.getContext.mockResolvedValue(context);
  });
  afterEach(() => vi.clearAllMocks());

  it('takes language, theme and the link from Teams', async () => {
    const host = await openTeamsHost();
    expect(host).toMatchObject({
      kind: 'teams',
      language: 'sv',
      theme: 'dark',
      deepLink: 'note-solrosen/skrivaren',
    });
  });

  it('signs in with a token that Teams gives afresh each time', async () => {
    const host = await openTeamsHost();
    teams.getAuthToken.mockResolvedValueOnce('token-1').mockResolvedValueOnce('token-2');
    expect([await host.authorization(false), await host.authorization(true)]).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('follows the theme until nobody listens', async () => {
    const host = await openTeamsHost();
    const heard: string[] = [];
    const stop = host.onThemeChange((theme) => heard.push(theme));
    const change = (name: string) => teams.registerOnThemeChangeHandler.mock.lastCall?.[0](name);
    change('contrast');
    change('glass');
    stop();
    change('dark');
    expect(heard).toEqual(['contrast', 'default']);
  });

  it('makes links that open the note in Teams', async () => {
    const link = new URL((await openTeamsHost()).linkTo('note-solrosen/skrivaren') ?? '');
    expect(link.pathname).toBe('/l/entity/app-1/notes');
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subEntityId: 'note-solrosen/skrivaren',
    });
  });

  it('has no link where Teams tells no app', async () => {
    teams.getContext.mockResolvedValue({ ...context, app: { locale: 'fi-FI', theme: 'default' } });
    const host = await openTeamsHost();
    expect([host.linkTo('note-a/b'), host.language]).toEqual([null, 'en']);
  });

  it('is not there when Teams does not answer', async () => {
    teams.initialize.mockRejectedValueOnce(new Error('No Parent window found'));
    await expect(openTeamsHost()).rejects.toThrow('No Parent window');
  });
});
