import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { CountedCase, MeasureText } from '#bot/web/api/contract/insights-contract.ts';
import { instantInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { timeInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';

type Props = {
  items: readonly CountedCase[];
  unit: MeasureText['unit'] | null;
  clock: MeasureText['clock'];
};

/** A row a case; on a narrow screen a block a case. */
export function CasesTable({ items, unit, clock }: Props) {
  const words = useWords(tabInsightsTexts).cases;
  const columns = useColumns(unit, clock);
  return (
    <table className="insights-table insights-cases-table" aria-labelledby="insights-cases">
      <thead>
        <tr>
          <th scope="col">{words.columns.number}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">{item.number ?? words.question}</th>
            {columns.map(({ title, cell }) => (
              <td key={title} data-title={title}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CaseColumn = { readonly title: string; readonly cell: (item: CountedCase) => string };

function useColumns(unit: Props['unit'], clock: Props['clock']): readonly CaseColumn[] {
  const { me, language } = useTab();
  const all = useWords(tabInsightsTexts);
  const saying = useSaying();
  const { columns, ...words } = all.cases;
  const last: readonly CaseColumn[] =
    unit === 'time'
      ? [
          {
            title: columns.value,
            cell: ({ value }) => (value === null ? '–' : timeInWords(value, clock, saying)),
          },
        ]
      : unit === 'share'
        ? [
            {
              title: columns.part,
              cell: ({ part }) => (part === null ? '–' : part === 'yes' ? words.yes : words.no),
            },
          ]
        : [];
  return [
    { title: columns.at, cell: ({ at }) => instantInWords(at, language, me.timezone) },
    { title: columns.site, cell: ({ siteName, siteId }) => siteName ?? siteId ?? words.noSite },
    { title: columns.category, cell: ({ category }) => category },
    {
      title: columns.priority,
      cell: ({ priority }) => (priority === null ? '–' : all.priority[priority]),
    },
    ...last,
  ];
}
