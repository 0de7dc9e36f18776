import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { InsightsOverview } from '#bot/web/api/contract/insights-contract.ts';
import { navigate, useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { type Filter, hashIn, isNarrowed, startPeriod } from './filter.ts';
import { monthInWords } from './month-in-words.ts';

type Props = { filter: Filter; overview: InsightsOverview | null; isLoading: boolean };

const wide = 760;

/** What the figures are of. Every choice is in the address, so that it can be kept and sent on. */
export function FilterBar({ filter, overview, isLoading }: Props) {
  const words = useWords(tabInsightsTexts).filter;
  const [isOpen] = useState(() => innerWidth > wide);
  const choose = useChoose(filter);
  const fields = useFields(filter, overview);
  return (
    <details className="insights-filter" open={isOpen}>
      <summary>{words.label}</summary>
      <div className="insights-fields">
        {fields.map(({ name, options, none }) => (
          <Field key={name} label={words[name]}>
            <Select value={filter[name] ?? ''} onChange={(_, { value }) => choose({ [name]: value || null })}>
              {none !== null && <option value="">{none}</option>}
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {isNarrowed(filter) && (
          <Button
            appearance="subtle"
            onClick={() =>
              choose({ site: null, area: null, kind: null, category: null, priority: null, type: null })
            }
          >
            {words.clear}
          </Button>
        )}
      </div>
      <small className="insights-counting" aria-live="polite">
        {isLoading ? words.loading : ''}
      </small>
    </details>
  );
}

/** Goes to the same place with another choice; the focus stays where it is. */
function useChoose(filter: Filter) {
  const { parts, query } = useRoute();
  const by = query.get('by');
  return (change: Partial<Filter>) =>
    navigate(hashIn({ ...filter, ...change }, `/${parts.slice(1).join('/')}`.replace(/\/$/, ''), { by }), {
      replace: true,
    });
}

type Choice = { name: keyof Filter; none: string | null; options: { value: string; label: string }[] };

/** The choices that the reader has: a head of one site has no other to choose. */
function useFields(filter: Filter, overview: InsightsOverview | null): Choice[] {
  const words = useWords(tabInsightsTexts);
  const kinds = useWords(kindTexts);
  const { language } = useTab();
  const { sees, choices } = overview ?? { sees: null, choices: null };
  const named = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[] = keysOf(names)) =>
    keys.map((value) => ({ value, label: capital(names[value]) }));
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const all = words.filter.all;
  const period: Choice = {
    name: 'period',
    none: words.filter.weeks13,
    options: [
      { value: '52-weeks', label: words.filter.weeks52 },
      ...(choices?.months ?? []).map((value) => ({ value, label: monthInWords(value, language) })),
    ],
  };
  const sites = sees?.sites.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const site: Choice = { name: 'site', none: words.filter.allSites, options: sites };
  const ofMany: Choice[] = sees?.allSites
    ? [
        site,
        { name: 'area', none: all, options: plain(choices?.areas ?? []) },
        { name: 'kind', none: all, options: named(kinds.siteKind, choices?.kinds ?? []) },
      ]
    : sites.length > 1
      ? [{ ...site, none: null }]
      : [];
  const offered: Choice[] = [
    period,
    ...ofMany,
    { name: 'category', none: all, options: named(kinds.category) },
    { name: 'priority', none: all, options: named(words.priority) },
    { name: 'type', none: all, options: named(words.type) },
  ];
  return offered.map((choice) =>
    withChosen(choice, filter[choice.name] === startPeriod ? null : filter[choice.name]),
  );
}

/** What the address names stays in sight, also when it is not among the choices any more. */
function withChosen(choice: Choice, chosen: string | null): Choice {
  if (chosen === null || choice.options.some(({ value }) => value === chosen)) return choice;
  return { ...choice, options: [...choice.options, { value: chosen, label: chosen }] };
}
