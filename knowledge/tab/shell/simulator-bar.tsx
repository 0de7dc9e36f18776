import { Select } from '@fluentui/react-components';
import { pageAddress } from '../host/page-host.ts';
import { useShellWords, useTab } from './tab-context.ts';

/** What Teams decides elsewhere, the simulator's page lets one choose: person, colours, language. */
export function SimulatorBar() {
  const { me, theme, language } = useTab();
  const words = useShellWords().simulator;
  const go =
    (name: string) =>
    (_: unknown, { value }: { value: string }) =>
      location.assign(pageAddress({ [name]: value }));
  return (
    <aside className="simulator" aria-label={words.label}>
      <span>{words.person(me.name)}</span>
      <a href={pageAddress({ as: null })}>{words.change}</a>
      <Select size="small" aria-label={words.theme} value={theme} onChange={go('theme')}>
        {Object.entries(words.themes).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
      <Select size="small" aria-label={words.language} value={language} onChange={go('lang')}>
        {Object.entries(words.languages).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </aside>
  );
}
