import type { CSSProperties } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { InsightsOverview } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { useWords } from '../../../shell/tab-context.ts';
import type { Loaded } from '../../../shell/use-load.ts';
import { type Family, type FigureGroup, isWide, shapeOf, toGroups } from '../figures/families.ts';
import { FamilyCard } from '../figures/family-card.tsx';
import { FigureCard } from '../figures/figure-card.tsx';
import { Reasons } from '../figures/reasons.tsx';
import { type Filter, isNarrowed } from '../filter/filter.ts';
import { FewPeople, NothingYet } from './nothing-yet.tsx';
import { PrintedFormulas } from './printed-formulas.tsx';
import { ThreeThings } from './three-things.tsx';
import { TwoCharts } from './two-charts.tsx';

/** The page that one brings to a meeting: what would help, the figures by question, and two of them week by week. */
export function Overview({ of, filter }: { of: Loaded<InsightsOverview>; filter: Filter }) {
  return (
    <Loading of={of}>
      {({ scope, measures, sees }) => {
        if (scope.withheld) return <FewPeople />;
        if (scope.matters === 0) return <NothingYet isNarrowed={isNarrowed(filter)} />;
        const groups = toGroups(measures);
        return (
          <>
            {sees.help && !isNarrowed(filter) && <ThreeThings />}
            <TwoCharts groups={groups} filter={filter} />
            <div className="insights-groups">
              {groups.map((group) => (
                <GroupSection key={group.id} group={group} filter={filter} />
              ))}
            </div>
            <PrintedFormulas groups={groups} />
          </>
        );
      }}
    </Loading>
  );
}

function GroupSection({ group, filter }: { group: FigureGroup; filter: Filter }) {
  const words = useWords(tabInsightsTexts);
  const title = `insights-${group.id}`;
  return (
    <section className="insights-group" aria-labelledby={title} style={placesOf(group)}>
      <h2 id={title}>{words.group[group.id]}</h2>
      <div className="insights-cards">
        {group.families.map((family) => (
          <FamilyOfAnyShape key={family.id} family={family} filter={filter} />
        ))}
      </div>
    </section>
  );
}

/** How many cards wide it would be in one row. */
function placesOf({ families }: FigureGroup): CSSProperties {
  const places = families.reduce((sum, family) => sum + (isWide(family) ? 2 : 1), 0);
  return { '--insights-places': places } as CSSProperties;
}

function FamilyOfAnyShape({ family, filter }: { family: Family; filter: Filter }) {
  const [only] = family.figures;
  const shape = shapeOf(family);
  if (shape === 'one' && only) return <FigureCard of={only} parts={family.parts} filter={filter} />;
  if (shape === 'table') return <FamilyCard family={family} filter={filter} />;
  return (
    <div className="insights-card insights-card-wide">
      <Reasons family={family} filter={filter} />
    </div>
  );
}
