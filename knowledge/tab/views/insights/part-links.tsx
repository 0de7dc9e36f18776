import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { InsightsOverview } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../shell/tab-context.ts';
import { type Filter, hashIn } from './filter/filter.ts';

const parts = ['overview', 'help', 'notes', 'revisions'] as const;
export type Part = (typeof parts)[number] | 'measures';

/** What the address names: `#/insights/measures/coverage` belongs to the overview's figures. */
export function toPart(name: string | undefined): Part {
  return name === 'measures' ? name : (parts.find((part) => part === name) ?? 'overview');
}

type Props = { current: Part; filter: Filter; sees: InsightsOverview['sees'] | null };

export function PartLinks({ current, filter, sees }: Props) {
  const words = useWords(tabInsightsTexts);
  const isOpen = (part: Part) =>
    part === 'help' ? (sees?.help ?? false) : part === 'notes' ? (sees?.notes ?? false) : true;
  const isCurrent = (part: Part) => part === (current === 'measures' ? 'overview' : current);
  return (
    <nav className="insights-parts" aria-label={words.parts}>
      <ul>
        {parts.filter(isOpen).map((part) => (
          <li key={part}>
            <a
              href={hashIn(filter, part === 'overview' ? '' : `/${part}`)}
              aria-current={isCurrent(part) ? 'page' : undefined}
            >
              {words.part[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
