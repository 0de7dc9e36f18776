import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import './frame.css';
import { arrive } from '../parts/arrive.ts';
import { areaOf, areas } from './areas.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { type Route, useRoute } from './router.ts';
import { SimulatorBar } from './simulator-bar.tsx';
import { UnknownPage } from './standing-page.tsx';
import { useShellWords, useTab } from './tab-context.ts';

/** The navigation, the view that the address names, and what is said at the foot. */
export function Frame({ spoken }: { spoken: string }) {
  const { me, host, reached, language } = useTab();
  const words = useShellWords();
  const route = useRoute();
  const open = areas.filter((area) => area.mayOpen(me));
  const named = areaOf(route);
  const current = named?.mayOpen(me) ? named : null;
  const main = useFocusOnNavigation(route);
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <Navigation areas={open} current={current} />
      <main className="main" ref={main} tabIndex={-1}>
        {!reached && (
          <MessageBar intent="warning" layout="multiline" className="unreached">
            <MessageBarBody>{words.unreachable}</MessageBarBody>
          </MessageBar>
        )}
        <ErrorBoundary key={current?.id ?? 'none'} language={language}>
          <Suspense fallback={<Spinner className="waiting" label={words.loading} />}>
            {current === null ? <UnknownPage words={words} /> : <current.View />}
          </Suspense>
        </ErrorBoundary>
      </main>
      {host.kind === 'page' && <SimulatorBar />}
      <output className={spoken === '' ? 'spoken' : 'spoken shown'} aria-live="polite">
        {spoken}
      </output>
    </div>
  );
}

/** On going somewhere else the focus goes to the new view's heading, as it would on a new page. */
function useFocusOnNavigation(route: Route) {
  const main = useRef<HTMLElement>(null);
  const place = route.parts.join('/');
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo({ top: 0 });
    arrive(main.current);
  }, [place]);
  return main;
}
