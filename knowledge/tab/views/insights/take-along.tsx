import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { InsightsScope } from '#bot/web/api/contract/insights-contract.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { FailureMessage } from '../../parts/failure-message.tsx';
import { handOut } from '../../parts/hand-out.ts';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';
import type { Filter } from './filter/filter.ts';

type Props = { filter: Filter; scope: InsightsScope | null; mayExport: boolean };
const formats = ['csv', 'json'] as const;

/** On paper, or as a file for a spreadsheet or a program. */
export function TakeAlong({ filter, scope, mayExport }: Props) {
  const words = useWords(tabInsightsTexts).take;
  const shell = useShellWords();
  const { failure, isTaking, take } = useTaking(filter, scope);
  return (
    <div className="insights-take">
      <fieldset aria-label={words.label}>
        <Button icon={<PrintRegular />} onClick={() => print()}>
          {words.print}
        </Button>
        {mayExport &&
          formats.map((format) => (
            <Button
              key={format}
              icon={<ArrowDownloadRegular />}
              title={words[`${format}Long`]}
              disabledFocusable={isTaking}
              onClick={() => void take(format)}
            >
              {words[format]}
            </Button>
          ))}
      </fieldset>
      {failure !== null && <FailureMessage words={shell} failure={failure} />}
    </div>
  );
}

function useTaking(filter: Filter, scope: InsightsScope | null) {
  const { client, announce } = useTab();
  const words = useWords(tabInsightsTexts).take;
  const [isTaking, setTaking] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const take = async (format: (typeof formats)[number]) => {
    if (isTaking) return;
    setTaking(true);
    setFailure(null);
    try {
      const file = await client.download('/insights/export', { query: { ...filter, format } });
      const about = [words.file, scope?.siteId, scope?.from, scope?.to].filter(Boolean);
      handOut(file, `${about.join('-')}.${format}`);
      announce(words.taken);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setTaking(false);
    }
  };
  return { failure, isTaking, take };
}
