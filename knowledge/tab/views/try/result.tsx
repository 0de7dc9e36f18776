import { Badge } from '@fluentui/react-components';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { priorityName, tabTryTexts } from '#bot/i18n/tab-try.ts';
import type { TryResult } from '#bot/web/api/contract/try-contract.ts';
import { CardView } from '../../parts/card-view.tsx';
import { hashOf } from '../../shell/router.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';

/** The decision and why, the notes and why they came where they did, and what the person would see. */
export function Result({ result }: { result: TryResult }) {
  const words = useWords(tabTryTexts);
  return (
    <>
      <p className={`try-decision try-${result.decision}`}>{words.decisions[result.decision]}</p>
      <Facts result={result} />
      <h3>{words.replies}</h3>
      {result.replies.length === 0 && <p>{words.noReplies}</p>}
      {result.replies.map((reply, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: replies have no name but their order
        <div key={index} className="try-reply">
          {reply.card === null ? (
            <p className="try-text">{reply.text}</p>
          ) : (
            <>
              <CardView card={reply.card} />
              <details>
                <summary>{words.asText}</summary>
                <p className="try-text">{reply.text}</p>
              </details>
            </>
          )}
        </div>
      ))}
      <h3>{words.notes}</h3>
      {result.notes.length === 0 ? <p>{words.noNotes}</p> : <Notes notes={result.notes} />}
    </>
  );
}

function Facts({ result }: { result: TryResult }) {
  const { language } = useTab();
  const words = useWords(tabTryTexts);
  const kinds: Readonly<Record<string, string>> = useWords(kindTexts).category;
  const { siteName, category, priority, responsible } = result;
  return (
    <dl className="try-facts">
      <dt>{words.facts.site}</dt>
      <dd>{siteName ?? words.noSite}</dd>
      {category !== null && (
        <>
          <dt>{words.facts.category}</dt>
          <dd>{capital(kinds[category] ?? category)}</dd>
        </>
      )}
      {priority !== null && (
        <>
          <dt>{words.facts.priority}</dt>
          <dd>{capital(priorityName(language, priority))}</dd>
        </>
      )}
      {responsible !== null && (
        <>
          <dt>{words.facts.responsible}</dt>
          <dd>
            {responsible.name}
            <small>{responsible.reason}</small>
          </dd>
        </>
      )}
    </dl>
  );
}

function Notes({ notes }: { notes: TryResult['notes'] }) {
  const words = useWords(tabTryTexts);
  return (
    <ol className="try-notes">
      {notes.map(({ id, title, score, isDraft, why }) => (
        <li key={`${id} ${isDraft}`}>
          <h4>
            <a href={hashOf(`/notes/${id}`)}>{title}</a>
            {isDraft && (
              <Badge appearance="tint" color="brand">
                {words.draft}
              </Badge>
            )}
            <small>{words.score(Math.round(Math.min(1, Math.max(0, score)) * 100))}</small>
          </h4>
          {why.length > 0 && (
            <ul aria-label={words.why}>
              {why.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
