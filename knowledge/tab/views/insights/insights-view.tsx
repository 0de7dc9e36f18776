import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { InsightsOverview } from '#bot/web/api/contract/insights-contract.ts';
import './insights.css';
import './print.css';
import { ViewHeading } from '../../parts/view-heading.tsx';
import { useRoute } from '../../shell/router.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { useLoad } from '../../shell/use-load.ts';
import { SeesCases } from './figures/sees-cases.ts';
import { keyOf, readFilter } from './filter/filter.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { ScopeLine } from './filter/scope-line.tsx';
import { HelpPage } from './help/help-page.tsx';
import { CasesPage } from './measure/cases-page.tsx';
import { MeasurePage } from './measure/measure-page.tsx';
import { NoteCasesPage } from './notes/note-cases-page.tsx';
import { NotesPage } from './notes/notes-page.tsx';
import { Overview } from './overview/overview.tsx';
import { PartLinks, toPart } from './part-links.tsx';
import { PrintedFoot } from './printed-foot.tsx';
import { RevisionsPage } from './revisions/revisions-page.tsx';
import { TakeAlong } from './take-along.tsx';
import { useLast, useRecent } from './use-recent.ts';

/** Is it cheaper, is it faster, where does it hurt: figures with their formulas, for whoever pays and whoever is head. */
export function InsightsView() {
  const { client } = useTab();
  const words = useWords(tabInsightsTexts);
  const { parts, query } = useRoute();
  const filter = readFilter(query);
  const overview = useRecent(
    useLoad<InsightsOverview>(keyOf(filter), (signal) => client.get('/insights', { query: filter, signal })),
  );
  const known = useLast(overview.value);
  const part = toPart(parts[1]);
  const isOfFigures = part === 'overview' || part === 'measures';
  return (
    <SeesCases value={known?.sees.export ?? false}>
      <div className="insights" aria-busy={overview.isLoading}>
        <header className="insights-head">
          <div>
            <ViewHeading {...(isOfFigures ? {} : { part: words.part[part] })}>{words.title}</ViewHeading>
            {/* After another choice this is what tells that the figures are new. */}
            <div aria-live="polite" aria-atomic="true">
              {known !== null && <ScopeLine scope={known.scope} filter={filter} />}
            </div>
          </div>
          <TakeAlong filter={filter} scope={known?.scope ?? null} mayExport={known?.sees.export ?? false} />
        </header>
        <PartLinks current={part} filter={filter} sees={known?.sees ?? null} />
        {isOfFigures && <FilterBar filter={filter} overview={known} isLoading={overview.isLoading} />}
        {part === 'overview' && <Overview of={overview} filter={filter} />}
        {part === 'measures' &&
          (parts[3] === 'cases' ? (
            <CasesPage id={parts[2] ?? ''} filter={filter} />
          ) : (
            <MeasurePage id={parts[2] ?? ''} filter={filter} />
          ))}
        {part === 'help' && <HelpPage />}
        {part === 'notes' &&
          (parts[4] === 'cases' ? (
            <NoteCasesPage noteId={`${parts[2]}/${parts[3]}`} />
          ) : (
            <NotesPage filter={filter} seesCases={known?.sees.allSites ?? false} />
          ))}
        {part === 'revisions' && <RevisionsPage months={known?.choices.months ?? []} filter={filter} />}
        <PrintedFoot />
      </div>
    </SeesCases>
  );
}
