import { Select } from '@fluentui/react-components';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSites } from '../sites-context.ts';
import { toGroves } from './to-groves.ts';

type Props = { current: string; onChoose: (site: string) => void };

/** The tree as a plain choice, for a narrow screen. */
export function SiteSelect({ current, onChoose }: Props) {
  const words = useWords(notesTexts);
  const groves = toGroves(useSites(), '', words.otherArea);
  return (
    <div className="site-select">
      <Select aria-label={words.places} value={current} onChange={(_, { value }) => onChoose(value)}>
        <option value="">{words.everywhere}</option>
        <option value={sharedFolder}>{words.shared}</option>
        {groves.map(({ area, sites }) => (
          <optgroup key={area} label={area}>
            {sites.map(({ site }) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
