import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useNamedSites } from '../../../parts/use-sites.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { ChosenField } from '../form/list-field.tsx';

type Props = {
  value: readonly string[] | null;
  isReadOnly: boolean;
  onChange: (value: string[] | null) => void;
};

/** Which notes an editor may change: those of the home sites, some sites and areas, or all. */
export function EditsField({ value, isReadOnly, onChange }: Props) {
  const words = useWords(tabDeskTexts).person;
  const sites = useNamedSites();
  const areas = [...new Set(sites.flatMap(({ area }) => (area === null || area === '' ? [] : [area])))];
  const way = value === null ? 'home' : value.includes('*') ? 'all' : 'chosen';
  const choose = (chosen: string) => onChange(chosen === 'home' ? null : chosen === 'all' ? ['*'] : []);
  return (
    <>
      <Field label={words.fields.edits}>
        <RadioGroup value={way} disabled={isReadOnly} onChange={(_, data) => choose(data.value)}>
          <Radio value="home" label={words.editsHome} />
          <Radio value="chosen" label={words.editsChosen} />
          <Radio value="all" label={words.editsAll} />
        </RadioGroup>
      </Field>
      {way === 'chosen' && (
        <ChosenField
          label={words.editsChosen}
          value={value ?? []}
          options={[...areas.map((area) => ({ id: area, name: area })), ...sites]}
          isReadOnly={isReadOnly}
          onChange={onChange}
        />
      )}
    </>
  );
}
