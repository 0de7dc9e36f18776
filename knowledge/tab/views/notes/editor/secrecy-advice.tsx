import { secrecyAdvice } from '#bot/i18n/tab-secrecy-advice.ts';
import { useWords } from '../../../shell/tab-context.ts';

/** What may not stand in a note, and why: closed until somebody wants it, before the first field. */
export function SecrecyAdviceBox() {
  const words = useWords(secrecyAdvice);
  const lists = [
    [words.dontTitle, words.dont],
    [words.insteadTitle, words.instead],
    [words.rulesTitle, words.rules],
  ] as const;
  return (
    <details className="secrecy-advice">
      <summary>{words.title}</summary>
      <p>{words.intro}</p>
      {lists.map(([heading, points]) => (
        <section key={heading} aria-label={heading}>
          <p>
            <strong>{heading}</strong>
          </p>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>{words.ask}</p>
    </details>
  );
}
