import { Bar } from '../charts/bar.tsx';
import { type Filter, hashIn } from '../filter/filter.ts';
import { type Family, nameOf, restOf } from './families.ts';
import { figureInWords } from './figure-words.ts';
import { useSaying } from './use-saying.ts';

/** Counts of one thing by its reasons, such as why cases came back. */
export function Reasons({ family, filter }: { family: Family; filter: Filter }) {
  const saying = useSaying();
  const most = Math.max(1, ...family.figures.map(({ figure }) => figure.count));
  return (
    <div className="insights-part">
      <p>{nameOf(family)} …</p>
      <ul className="insights-reasons">
        {family.figures.map(({ measure, figure }) => (
          <li key={measure.id}>
            <a className="insights-name" href={hashIn(filter, `/measures/${measure.id}`)}>
              … {restOf(measure.name, family)}
            </a>
            <strong>{figureInWords(figure, measure, saying)}</strong>
            <Bar part={figure.count / most} />
          </li>
        ))}
      </ul>
    </div>
  );
}
