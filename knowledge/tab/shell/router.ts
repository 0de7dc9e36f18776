import { useSyncExternalStore } from 'react';

/** Where in the tab: the parts of the path and the query, as `#/notes/solrosen/skrivaren?query=papper` has them. */
export type Route = { readonly parts: readonly string[]; readonly query: URLSearchParams };

/** The route that an address's hash names. What cannot be decoded is taken as it is written. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  return { parts, query: new URLSearchParams(search) };
}

/** A hash for a path such as `/notes/solrosen/skrivaren`; empty values of the query are left out. */
export function hashOf(path: string, query: Readonly<Record<string, string | null>> = {}): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `#${path}${kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`}`;
}

/** Goes there; `replace` leaves no step back, as for what is typed into a search. */
export function navigate(hash: string, options: { replace?: boolean } = {}): void {
  if (options.replace) {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = hash;
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return parseRoute(hash);
}

function listen(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
