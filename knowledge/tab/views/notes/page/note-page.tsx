import '../note.css';
import './page.css';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { Markdown } from '../../../parts/markdown.tsx';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { NoteBadges } from '../note-badges.tsx';
import { noteApi } from '../notes-api.ts';
import { NoteActions } from './note-actions.tsx';
import { NoteFacts } from './note-facts.tsx';
import { NoteNotices } from './note-notices.tsx';

/** A note as an editor reads it: its text, what is known of it, and what may be done. */
export function NotePage({ id, onChanged }: { id: string; onChanged: () => void }) {
  const words = useWords(notesTexts);
  const { client } = useTab();
  const note = useLoad(`note ${id}`, (signal) => noteApi(client, id).read(signal));
  const change = (changed: NoteDetail) => {
    note.set(changed);
    onChanged();
  };
  return (
    <Loading of={note} heading={words.title}>
      {(value) => <Note note={value} onChange={change} />}
    </Loading>
  );
}

function Note({ note, onChange }: { note: NoteDetail; onChange: (note: NoteDetail) => void }) {
  const { content, status, stale } = note;
  return (
    <article className="note-page">
      <header>
        <Breadcrumb id={note.id} />
        <div className="note-title">
          <ViewHeading>{content.title}</ViewHeading>
          <NoteBadges
            status={status}
            audience={content.audience}
            stale={stale}
            hasDraft={note.draft !== null}
          />
        </div>
        <NoteActions note={note} onChange={onChange} />
      </header>
      <div className="note-columns">
        <div className="note-text">
          <NoteNotices note={note} />
          <Body note={note} />
        </div>
        <NoteFacts note={note} />
      </div>
    </article>
  );
}

function Body({ note: { content } }: { note: NoteDetail }) {
  const words = useWords(notesTexts).page;
  const { warning, intro, steps, stepsTitle, outro } = content;
  const isEmpty = intro === '' && steps.length === 0 && outro === '' && !warning;
  return (
    <section className="note-body">
      {warning && (
        <p className="note-warning">
          <strong>{words.warning}</strong> {warning}
        </p>
      )}
      {isEmpty && <p className="muted">{words.empty}</p>}
      {intro !== '' && <Markdown text={intro} privateLabel={words.private} />}
      {steps.length > 0 && (
        <>
          {stepsTitle && <h2>{stepsTitle}</h2>}
          <ol className="note-steps">
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name, and does not move here
              <li key={index}>
                <Markdown text={step} privateLabel={words.private} />
              </li>
            ))}
          </ol>
        </>
      )}
      {outro !== '' && <Markdown text={outro} privateLabel={words.private} />}
    </section>
  );
}
