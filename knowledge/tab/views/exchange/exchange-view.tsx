import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import './exchange.css';
import { ViewHeading } from '../../parts/view-heading.tsx';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';

/** Texts that become notes, and all of the desk as a zip. */
export function ExchangeView() {
  const { me } = useTab();
  const words = useWords(tabExchangeTexts);
  return (
    <div className="exchange">
      <ViewHeading>{words.title}</ViewHeading>
      {me.edits && (
        <section aria-labelledby="exchange-import">
          <h2 id="exchange-import">{words.importTitle}</h2>
          <p>{words.intro}</p>
          <ImportPart />
        </section>
      )}
      {me.roles.includes('admin') && (
        <section aria-labelledby="exchange-export">
          <h2 id="exchange-export">{words.exportTitle}</h2>
          <ExportPart />
        </section>
      )}
    </div>
  );
}
