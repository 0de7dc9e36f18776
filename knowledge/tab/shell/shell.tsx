import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Host, Theme } from '../host/host.ts';
import type { PageHost } from '../host/page-host.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { PickPerson } from './pick-person.tsx';
import { SignedIn } from './signed-in.tsx';

const fluent = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Everything: theme and language from the host, then who it is, then the views. */
export function Shell({ host }: { host: Host | PageHost }) {
  const theme = useTheme(host);
  useEffect(() => {
    document.documentElement.lang = host.language;
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [host, theme]);
  return (
    <FluentProvider theme={fluent[theme]} className="tab">
      <ErrorBoundary language={host.language} isOutermost>
        {'upn' in host && host.upn === null ? (
          <PickPerson language={host.language} />
        ) : (
          <SignedIn host={host} theme={theme} />
        )}
      </ErrorBoundary>
    </FluentProvider>
  );
}

function useTheme(host: Host): Theme {
  const [theme, setTheme] = useState(host.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  return theme;
}
