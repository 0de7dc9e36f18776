import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import { Markdown } from '../../../parts/markdown.tsx';
import { useWords } from '../../../shell/tab-context.ts';

/** What a note says, as it is written: enough to compare and to judge. */
export function NoteText({ content }: { content: NoteContent }) {
  const label = useWords(notesTexts).page.private;
  return (
    <div className="work-text">
      {content.warning !== null && <p className="work-warning">{content.warning}</p>}
      {content.intro.trim() !== '' && <Markdown text={content.intro} privateLabel={label} />}
      {content.stepsTitle !== null && content.steps.length > 0 && <strong>{content.stepsTitle}</strong>}
      {content.steps.length > 0 && (
        <ol>
          {content.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are read here, never moved
            <li key={index}>
              <Markdown text={step} privateLabel={label} />
            </li>
          ))}
        </ol>
      )}
      {content.outro.trim() !== '' && <Markdown text={content.outro} privateLabel={label} />}
      {content.symptoms.length > 0 && (
        <ul className="work-symptoms">
          {content.symptoms.map((symptom) => (
            <li key={symptom}>{symptom}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
