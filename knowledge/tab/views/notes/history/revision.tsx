import { Button } from '@fluentui/react-components';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { FieldChange, NoteRevision } from '#bot/web/api/contract/note-contract.ts';
import { instantInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useValueInWords } from '../use-value-in-words.ts';
import { Difference } from './difference.tsx';

type Props = {
  revision: NoteRevision;
  isLatest: boolean;
  /** Null where there is nothing to restore, or for who may not. */
  onRestore: (() => void) | null;
};

/** Who did what when, and what it changed. */
export function Revision({ revision, isLatest, onRestore }: Props) {
  const words = useWords(notesTexts).history;
  const { language, me } = useTab();
  return (
    <article className="revision panel">
      <header>
        <div>
          <h2>{instantInWords(revision.at, language, me.timezone)}</h2>
          <p className="muted">
            {words.by(revision.byName, words.ways[revision.way])}
            {isLatest && ` · ${words.now}`}
          </p>
        </div>
        {onRestore !== null && (
          <Button size="small" onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </header>
      <Changes changes={revision.changes} />
    </article>
  );
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const words = useWords(notesTexts).history;
  const shown = changes.filter(({ before, after }) => !isNothing(before) || !isNothing(after));
  if (shown.length === 0) return <p className="muted">{words.noFields}</p>;
  const list = shown.map((change) => <Change key={change.field} change={change} />);
  const isBeginning = shown.length > 3 && shown.every(({ before }) => isNothing(before));
  if (!isBeginning) return list;
  return (
    <details>
      <summary>{words.created}</summary>
      <div className="revision-whole">{list}</div>
    </details>
  );
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
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
        kind={kindOf(change.field)}
      />
    </section>
  );
}

/** Text is compared word by word, lists item by item; for what is chosen or a date the whole is exchanged. */
function kindOf(field: FieldChange['field']): 'text' | 'steps' | 'chips' | 'value' {
  if (field === 'steps') return 'steps';
  if (field === 'symptoms' || field === 'sites' || field === 'siteKinds') return 'chips';
  return ['title', 'asset', 'warning', 'intro', 'stepsTitle', 'outro'].includes(field) ? 'text' : 'value';
}
