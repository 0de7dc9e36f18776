import type { Host } from './host.ts';
import { openPageHost, type PageHost } from './page-host.ts';

/** Teams, when it is around; else a page of its own. teams-js is loaded only for the first. */
export async function openHost(): Promise<Host | PageHost> {
  const page = () => openPageHost(location.search, navigator.language);
  if (!mayBeInsideTeams()) return page();
  try {
    const { openTeamsHost } = await import('./teams-host.ts');
    return await openTeamsHost();
  } catch {
    return page();
  }
}

/** A frame on the desktop and the web, an object of the app on a phone. A chosen person means the simulator. */
function mayBeInsideTeams(): boolean {
  if (new URLSearchParams(location.search).has('as')) return false;
  return window.parent !== window || 'nativeInterface' in window;
}
