import { Button } from '@fluentui/react-components';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { NoteToMend, NoteToWrite } from '#bot/web/api/contract/insights-contract.ts';
import { startNote } from '../../../parts/start-note.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { HelpPiece } from './help-piece.tsx';
import { seedOf } from './seed-of.ts';

export function WritePiece({ note }: { note: NoteToWrite }) {
  const { me } = useTab();
  const words = useWords(tabInsightsTexts).help;
  return (
    <HelpPiece
      title={note.title}
      facts={[`${note.siteName ?? words.everySite} · ${words.asked(note.asked)}`]}
      effect={note.effect}
      way={
        me.edits && (
          <Button
            appearance="primary"
            aria-label={`${words.write}: ${note.title}`}
            onClick={() => startNote(seedOf(note))}
          >
            {words.write}
          </Button>
        )
      }
    >
      {note.wordings.length > 0 && <p>{note.wordings.map(words.quoted).join(' ')}</p>}
    </HelpPiece>
  );
}

export function MendPiece({ note }: { note: NoteToMend }) {
  const words = useWords(tabInsightsTexts).help;
  return (
    <HelpPiece
      title={note.title}
      facts={[words.outcome(note.shown, note.solved, note.notSolved)]}
      effect={note.effect}
      way={<a href={hashOf(`/notes/${note.noteId}`)}>{words.mend}</a>}
    />
  );
}
