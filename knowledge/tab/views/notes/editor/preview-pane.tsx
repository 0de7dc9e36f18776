import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { EarlierQuestions, NotePreview, TriedDraft } from '#bot/web/api/contract/try-contract.ts';
import { CardView } from '../../../parts/card-view.tsx';
import { tryWithDraft } from '../../../parts/draft-to-try.ts';
import { Loading } from '../../../parts/loading.tsx';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { useSettled } from './use-settled.ts';
import { withoutBlanks } from './without-blanks.ts';

type Props = { id: string | null; folder: string; content: NoteContent };

const pause = 500;

/** The very card that staff will see, a moment after each change; and what the note would have answered. */
export function PreviewPane({ id, folder, content }: Props) {
  const words = useWords(noteFormTexts);
  const settled = useSettled(content, pause);
  const draft: TriedDraft = { id, folder, content: withoutBlanks(settled) };
  const isReady = folder !== '' && settled.title.trim() !== '';
  return (
    <aside className="preview" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      {isReady ? <Card draft={draft} /> : <p className="muted">{words.previewWaits}</p>}
      {isReady && <Earlier draft={draft} />}
      {isReady && <TryIt draft={draft} />}
    </aside>
  );
}

function Card({ draft }: { draft: TriedDraft }) {
  const words = useWords(noteFormTexts);
  const { client } = useTab();
  const [last, setLast] = useState<NotePreview | null>(null);
  const key = JSON.stringify(draft);
  const preview = useLoad(key, async (signal) => {
    const made = await client.send<NotePreview>('POST', '/notes/preview', draft, { signal });
    setLast(made);
    return made;
  });
  // The old card stays while the new one is made: it would flicker at every pause in the typing.
  const shown = preview.value ?? last;
  if (shown === null) return <Loading of={preview}>{() => null}</Loading>;
  if (shown.card === null) return <p className="muted">{words.previewTechnician}</p>;
  return <CardView card={shown.card} />;
}

function TryIt({ draft }: { draft: TriedDraft }) {
  const words = useWords(noteFormTexts);
  return (
    <section className="earlier">
      <Button onClick={() => tryWithDraft(draft)}>{words.tryIt}</Button>
      <p className="muted">{words.tryItHelp}</p>
    </section>
  );
}

function Earlier({ draft }: { draft: TriedDraft }) {
  const words = useWords(noteFormTexts);
  const { client } = useTab();
  const [asked, setAsked] = useState<TriedDraft | null>(null);
  const found = useLoad(asked === null ? null : JSON.stringify(asked), (signal) =>
    client.send<EarlierQuestions>('POST', '/notes/earlier-questions', asked, { signal }),
  );
  return (
    <section className="earlier">
      <h3>{words.earlier}</h3>
      <Button onClick={() => setAsked(draft)}>{words.earlierAsk}</Button>
      {asked !== null && <Loading of={found}>{(value) => <Answered found={value} />}</Loading>}
    </section>
  );
}

function Answered({ found }: { found: EarlierQuestions }) {
  const words = useWords(noteFormTexts);
  const { answered, asked } = found;
  if (answered.length === 0) return <p role="status">{words.earlierNone(asked)}</p>;
  return (
    <>
      <p role="status">{words.earlierSome(answered.length, asked)}</p>
      <ul className="earlier-list">
        {answered.map(({ wording, siteName, hadNote }) => (
          <li key={`${wording} ${siteName}`}>
            <q>{wording}</q>
            <small>{[siteName, hadNote ? words.hadNote : words.hadNone].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
