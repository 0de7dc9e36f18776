import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import { useWords } from '../../../shell/tab-context.ts';

/** What people really said, without names. */
export function Wordings({ of }: { of: readonly string[] }) {
  const words = useWords(tabWorkTexts);
  if (of.length === 0) return null;
  return (
    <div className="work-wordings">
      <h4>{words.wordings}</h4>
      <ul>
        {of.map((wording) => (
          <li key={wording}>{words.quoted(wording)}</li>
        ))}
      </ul>
    </div>
  );
}
