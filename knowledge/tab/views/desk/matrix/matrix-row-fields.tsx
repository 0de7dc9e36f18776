import { Button } from '@fluentui/react-components';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import { useNamedSites } from '../../../parts/use-sites.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { ChoiceField } from '../form/fields.tsx';

type Props = {
  row: MatrixRow;
  contractors: readonly { readonly id: string; readonly name: string }[];
  onChange: (change: Partial<MatrixRow>) => void;
  onDone: () => void;
};

const local = ' local';

/** The conditions of a row and whose the matter is then. */
export function MatrixRowFields({ row, contractors, onChange, onDone }: Props) {
  const words = useWords(tabDeskTexts).matrix;
  const kinds = useWords(kindTexts);
  const sites = useNamedSites();
  const named = <K extends string>(names: Readonly<Record<K, string>>) =>
    keysOf(names).map((id) => ({ id, name: capital(names[id]) }));
  const areas = [
    ...new Set(sites.flatMap(({ area }) => (area === null || area === '' ? [] : [area]))),
  ].sort();
  const pick = <K extends string>(names: Readonly<Record<K, string>>, id: string | null) =>
    keysOf(names).find((known) => known === id) ?? null;
  return (
    <div className="matrix-fields">
      <ChoiceField
        label={words.category}
        value={row.category}
        options={named(kinds.category)}
        none={words.any}
        onChange={(id) => onChange({ category: pick(kinds.category, id) })}
      />
      <ChoiceField
        label={words.site}
        value={row.site}
        options={sites}
        none={words.any}
        onChange={(site) => onChange({ site })}
      />
      <ChoiceField
        label={words.siteKind}
        value={row.siteKind}
        options={named(kinds.siteKind)}
        none={words.any}
        onChange={(id) => onChange({ siteKind: pick(kinds.siteKind, id) })}
      />
      <ChoiceField
        label={words.area}
        value={row.area}
        options={areas.map((area) => ({ id: area, name: area }))}
        none={words.any}
        onChange={(area) => onChange({ area })}
      />
      <ChoiceField
        label={words.handledBy}
        value={row.handledBy === 'local' ? local : row.contractor}
        options={[{ id: local, name: words.local }, ...contractors]}
        onChange={(id) =>
          onChange(id === local ? { handledBy: 'local' } : { handledBy: 'contractor', contractor: id })
        }
      />
      <Button onClick={onDone}>{words.done}</Button>
    </div>
  );
}
