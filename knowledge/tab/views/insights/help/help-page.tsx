import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { WhatHelps } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { dateInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { HelpList } from './help-list.tsx';
import { MendPiece, WritePiece } from './note-pieces.tsx';
import { RowPiece, SitePiece, TalkPiece } from './place-pieces.tsx';

/** What would help most, each with what it would have changed: replayed, never guessed. */
export function HelpPage() {
  const { client } = useTab();
  const help = useLoad<WhatHelps>('help', (signal) => client.get('/insights/help', { signal }));
  return <Loading of={help}>{(value) => <Found help={value} />}</Loading>;
}

function Found({ help }: { help: WhatHelps }) {
  const { language } = useTab();
  const words = useWords(tabInsightsTexts).help;
  const { notesToWrite, notesToMend, sitesToVisit, rowToChange, contractorsToTalkTo } = help;
  const rows = rowToChange === null ? [] : [rowToChange];
  const isNothing = [notesToWrite, notesToMend, sitesToVisit, rows, contractorsToTalkTo].every(
    (list) => list.length === 0,
  );
  return (
    <div className="insights-help">
      <h2>{words.title}</h2>
      <p>{words.intro(dateInWords(help.from, language), dateInWords(help.to, language))}</p>
      <p className="muted">{words.how}</p>
      {isNothing && <p className="insights-empty">{words.nothing}</p>}
      {!isNothing && (
        <>
          <HelpList title={words.notesToWrite} empty={words.notesToWriteEmpty}>
            {notesToWrite.map((note) => (
              <WritePiece key={note.id} note={note} />
            ))}
          </HelpList>
          <HelpList title={words.sitesToVisit} empty={words.sitesToVisitEmpty}>
            {sitesToVisit.map((site) => (
              <SitePiece key={`${site.siteId} ${site.category}`} site={site} />
            ))}
          </HelpList>
          <HelpList title={words.rowToChange} empty={words.rowToChangeEmpty}>
            {rows.map((row) => (
              <RowPiece key={row.contractorId} row={row} />
            ))}
          </HelpList>
          <HelpList title={words.contractorsToTalkTo}>
            {contractorsToTalkTo.map((contractor) => (
              <TalkPiece key={contractor.contractorId} contractor={contractor} />
            ))}
          </HelpList>
          <HelpList title={words.notesToMend}>
            {notesToMend.map((note) => (
              <MendPiece key={note.noteId} note={note} />
            ))}
          </HelpList>
        </>
      )}
    </div>
  );
}
