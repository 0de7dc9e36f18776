import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { tabTexts } from '#bot/i18n/tab.ts';
import type { Me } from '#bot/web/api/contract/common-contract.ts';
import { createClient } from '../api/client.ts';
import { routeOfLink } from '../host/deep-link.ts';
import type { Host, Theme } from '../host/host.ts';
import { areaOf } from './areas.ts';
import { Frame } from './frame.tsx';
import { hashOf, navigate, parseRoute } from './router.ts';
import { NoRole, NotSignedIn, Opening, Unavailable } from './standing-page.tsx';
import { TabContext } from './tab-context.ts';
import { useLoad } from './use-load.ts';

/** Asks who it is and then shows the views; or says kindly why not. */
export function SignedIn({ host, theme }: { host: Host; theme: Theme }) {
  const words = tabTexts[host.language];
  const [reached, setReached] = useState(true);
  const { spoken, announce } = useAnnouncements();
  const client = useMemo(
    () =>
      createClient({
        fetch: (...call) => fetch(...call),
        authorization: host.authorization,
        language: host.language,
        onReach: setReached,
      }),
    [host],
  );
  usePreload();
  useNewsOfServer(reached, () => announce(words.reachable));
  const me = useLoad<Me>('me', (signal) => client.get('/me', { signal }));
  const ready = me.value !== null;
  useFirstPlace(host, ready || me.failure !== null);
  const value = me.value;
  const tab = useMemo(
    () =>
      value === null ? null : { host, client, me: value, language: host.language, theme, reached, announce },
    [host, client, value, theme, reached, announce],
  );
  if (tab === null) {
    if (me.failure === null) return <Opening label={words.loading} />;
    if (me.failure.kind === 'not-signed-in') {
      return <NotSignedIn words={words} onRetry={host.kind === 'teams' ? me.reload : null} />;
    }
    if (me.failure.kind === 'not-allowed') return <NoRole words={words} />;
    return <Unavailable words={words} failure={me.failure} onRetry={me.reload} />;
  }
  return (
    <TabContext value={tab}>
      <Frame spoken={spoken} />
    </TabContext>
  );
}

/** The code of the view is fetched while the server tells who it is. */
function usePreload(): void {
  useEffect(() => {
    areaOf(parseRoute(location.hash))
      ?.load()
      // The view itself tells what is wrong when it is shown.
      .catch(() => {});
  }, []);
}

/** Says that the server is back, once for every time that it was gone. */
function useNewsOfServer(reached: boolean, onBack: () => void): void {
  const was = useRef(reached);
  useEffect(() => {
    if (reached && !was.current) onBack();
    was.current = reached;
  });
}

/** Takes away Teams' own loading sign, and goes to where the link that was opened points. */
function useFirstPlace(host: Host, ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    host.notifySuccess();
    const route = routeOfLink(host.deepLink);
    if (route !== null && location.hash === '') navigate(hashOf(route), { replace: true });
  }, [host, ready]);
}

const shownFor = 6_000;

function useAnnouncements() {
  const [spoken, setSpoken] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const announce = useCallback((text: string) => {
    clearTimeout(timer.current);
    setSpoken(text);
    timer.current = setTimeout(() => setSpoken(''), shownFor);
  }, []);
  return { spoken, announce };
}
