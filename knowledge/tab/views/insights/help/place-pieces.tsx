import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type {
  ContractorToTalkTo,
  RowToChange,
  SiteToVisit,
} from '#bot/web/api/contract/insights-contract.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { timeInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';
import { HelpPiece } from './help-piece.tsx';
import { useRowWords } from './row-words.ts';

export function SitePiece({ site }: { site: SiteToVisit }) {
  const words = useWords(tabInsightsTexts).help;
  const kinds = useWords(kindTexts);
  return (
    <HelpPiece
      title={`${site.siteName}: ${site.device ?? kinds.category[site.category]}`}
      facts={[site.why || words.casesThere(site.cases, site.casesBefore)]}
      effect={site.effect}
      caseNumbers={site.caseNumbers}
      way={
        <a
          href={hashOf('/insights', { site: site.siteId })}
          aria-label={`${words.seeSite}: ${site.siteName}`}
        >
          {words.seeSite}
        </a>
      }
    />
  );
}

export function RowPiece({ row }: { row: RowToChange }) {
  const { me } = useTab();
  const words = useWords(tabInsightsTexts).help;
  const kinds = useWords(kindTexts);
  const say = useRowWords();
  return (
    <HelpPiece
      title={say(row)}
      facts={[row.why || capital(kinds.category[row.category])]}
      effect={row.effect}
      caseNumbers={row.caseNumbers}
      way={me.looksAfterDesk && <a href={hashOf('/desk/responsibility')}>{words.openMatrix}</a>}
    />
  );
}

export function TalkPiece({ contractor }: { contractor: ContractorToTalkTo }) {
  const words = useWords(tabInsightsTexts).help;
  const saying = useSaying();
  const { contractorName, kept, of, overBy, why, caseNumbers } = contractor;
  return (
    <HelpPiece
      title={contractorName}
      facts={[why || words.kept(kept, of, timeInWords(overBy, 'service', saying))]}
      effect={null}
      caseNumbers={caseNumbers}
    />
  );
}
