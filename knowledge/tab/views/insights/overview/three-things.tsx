import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { WhatHelps } from '#bot/web/api/contract/insights-contract.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { useRowWords } from '../help/row-words.ts';

type Thing = { readonly id: string; readonly what: string; readonly title: string; readonly effect: string };

/** The first of each list. When it cannot be fetched the figures stand without it. */
export function ThreeThings() {
  const { client } = useTab();
  const words = useWords(tabInsightsTexts).help;
  const help = useLoad<WhatHelps>('help', (signal) => client.get('/insights/help', { signal }));
  const things = useThings(help.value);
  if (things.length === 0) return null;
  return (
    <section className="insights-three" aria-labelledby="insights-three">
      <h2 id="insights-three">{words.three}</h2>
      <ol>
        {things.map(({ id, what, title, effect }) => (
          <li key={id}>
            <small>{what}</small>
            <strong>{title}</strong>
            <span>{effect}</span>
          </li>
        ))}
      </ol>
      <a href={hashOf('/insights/help')}>{words.all}</a>
    </section>
  );
}

function useThings(help: WhatHelps | null): readonly Thing[] {
  const words = useWords(tabInsightsTexts).help;
  const sayRow = useRowWords();
  if (help === null) return [];
  const [note] = help.notesToWrite;
  const [site] = help.sitesToVisit;
  const row = help.rowToChange;
  const [contractor] = help.contractorsToTalkTo;
  const [mend] = help.notesToMend;
  const all = [
    note && { id: 'note', what: words.notesToWrite, title: note.title, effect: note.effect.words },
    site && { id: 'site', what: words.sitesToVisit, title: site.siteName, effect: site.effect.words },
    row && { id: 'row', what: words.rowToChange, title: sayRow(row), effect: row.effect.words },
    contractor && {
      id: 'contractor',
      what: words.contractorsToTalkTo,
      title: contractor.contractorName,
      effect: contractor.why,
    },
    mend && { id: 'mend', what: words.notesToMend, title: mend.title, effect: mend.effect.words },
  ];
  return all.filter((thing) => thing !== null && thing !== undefined).slice(0, 3);
}
