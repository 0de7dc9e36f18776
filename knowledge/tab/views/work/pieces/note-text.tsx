import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';

/** What a note says, as it is written: enough to compare and to judge. */
export function NoteText({ content }: { content: NoteContent }) {
  return (
    <div className="work-text">
      {content.warning !== null && <p className="work-warning">{content.warning}</p>}
      {content.intro.trim() !== '' && <p>{content.intro}</p>}
      {content.stepsTitle !== null && content.steps.length > 0 && <strong>{content.stepsTitle}</strong>}
      {content.steps.length > 0 && (
        <ol>
          {content.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are read here, never moved
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      {content.outro.trim() !== '' && <p>{content.outro}</p>}
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
