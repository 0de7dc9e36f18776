import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { FieldChange, NoteRevision } from '#bot/web/api/contract/note-contract.ts';
import { instantInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useValueInWords } from '../use-value-in-words.ts';
import { Difference } from './difference.tsx';

/** Who did what when, and what it changed. */
export function Revision({ revision, isLatest }: { revision: NoteRevision; isLatest: boolean }) {
  const words = useWords(notesTexts).history;
  const { language, me } = useTab();
  return (
    <article className="revision panel">
      <header>
        <h2>{instantInWords(revision.at, language, me.timezone)}</h2>
        <p className="muted">
          {words.by(revision.byName, words.ways[revision.way])}
          {isLatest && ` · ${words.now}`}
        </p>
      </header>
      {revision.changes.length === 0 && <p className="muted">{words.noFields}</p>}
      {revision.changes.map((change) => (
        <Change key={change.field} change={change} />
      ))}
    </article>
  );
}

function Change({ change }: { change: FieldChange }) {
  const words = useWords(notesTexts);
  const inWords = useValueInWords();
  return (
    <section className="change">
      <h3>{words.fields[change.field]}</h3>
      <Difference
        before={inWords(change.field, change.before)}
        after={inWords(change.field, change.after)}
        isSteps={change.field === 'steps'}
      />
    </section>
  );
}
