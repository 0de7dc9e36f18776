import { describe, expect, it } from 'vitest';
import { linkToNote, routeOfLink } from '#knowledge/tab/host/deep-link.ts';
import { toLanguage, toTheme } from '#knowledge/tab/host/host.ts';
import { openPageHost } from '#knowledge/tab/host/page-host.ts';
import { imageName } from '#knowledge/tab/parts/image-name.ts';
import { hashOf, parseRoute } from '#knowledge/tab/shell/router.ts';

describe('places in the tab', () => {
  it('are read from the address and written to it', () => {
    const hash = hashOf('/notes/solrosen/skrivaren', { query: 'blå & röd', site: null, status: '' });
    const route = parseRoute(hash);

    expect(hash).toBe('#/notes/solrosen/skrivaren?query=bl%C3%A5+%26+r%C3%B6d');
    expect(route.parts).toEqual(['notes', 'solrosen', 'skrivaren']);
    expect(route.query.get('query')).toBe('blå & röd');
  });

  it.each(['', '#', '#/', '#//'])('are the start for %o', (hash) => {
    expect(parseRoute(hash).parts).toEqual([]);
  });

  it('survive what cannot be decoded', () => {
    expect(parseRoute('#/notes/%E0%A4%A').parts).toEqual(['notes', '%E0%A4%A']);
  });

  it.each([
    [linkToNote('solrosen/skrivaren'), '/notes/solrosen/skrivaren'],
    ['note-_shared%2Fmfa-ny-telefon', '/notes/_shared/mfa-ny-telefon'],
    ['work-stale', '/work/stale'],
    ['desk', '/desk'],
    ['note-../../etc', null],
    ['javascript:alert(1)', null],
    ['note-%', null],
    [null, null],
  ])('are found from the link %o', (link, route) => {
    expect(routeOfLink(link)).toBe(route);
  });
});

describe('the host', () => {
  it('is Swedish for Swedes and when nobody knows, else English', () => {
    expect(['sv-SE', 'sv', null, 'en-us', 'fi-FI', 'svenska'].map(toLanguage)).toEqual([
      'sv',
      'sv',
      'sv',
      'en',
      'en',
      'en',
    ]);
  });

  it('shows Teams’ glass and what it does not know as the light theme', () => {
    expect(['default', 'dark', 'contrast', 'glass', undefined].map(toTheme)).toEqual([
      'default',
      'dark',
      'contrast',
      'default',
      'default',
    ]);
  });

  it('signs a page in as whoever is chosen, and as nobody otherwise', async () => {
    const page = openPageHost('?as=eva@ekbacken.example&theme=dark&lang=en&link=note-a/b', 'sv');
    const nobody = openPageHost('', 'sv');

    expect(page).toMatchObject({ kind: 'page', language: 'en', theme: 'dark', deepLink: 'note-a/b' });
    expect(await page.authorization(false)).toBe('Simulator eva@ekbacken.example');
    expect([nobody.upn, nobody.language]).toEqual([null, 'sv']);
    await expect(nobody.authorization(false)).rejects.toThrow();
  });
});

describe('a picture in a note', () => {
  it.each([
    ['images/abc.webp', 'abc.webp'],
    ['../images/a-1.png', 'a-1.png'],
    ['/api/v1/images/x.jpg', 'x.jpg'],
    ['https://elsewhere.example/images/x.png', null],
    ['//elsewhere.example/images/x.png', null],
    ['data:image/png;base64,AAAA', null],
    ['images/../../me', null],
    ['', null],
  ])('at %o is fetched as %o', (source, name) => {
    expect(imageName(source)).toBe(name);
  });
});
