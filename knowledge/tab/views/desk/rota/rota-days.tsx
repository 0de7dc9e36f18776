import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import type { OpenCell } from './rota-board.tsx';
import type { RotaWeek } from './rota-week.ts';
import { useRotaWords } from './rota-words.ts';

type Props = { week: RotaWeek; today: string; onOpen: OpenCell | null };

/** The week on a phone: a day at a time, who works and when nobody does. */
export function RotaDays({ week, today, onOpen }: Props) {
  const words = useWords(tabDeskTexts).rota;
  const { longDay, bar } = useRotaWords();
  return (
    <div className="rota-days">
      {week.days.map((day, column) => (
        <section key={day} aria-label={longDay(day)}>
          <h3>
            {longDay(day)}
            {day === today && <small> {words.today}</small>}
          </h3>
          {week.holes[column]?.map((hole) => (
            <p key={hole.from} className="rota-holes">
              {bar(hole)}
            </p>
          ))}
          <ul>
            {week.rows.map(({ upn, name, days }) => {
              const lines = days[column] ?? [];
              const what = (
                <>
                  <strong>{name}</strong>
                  {lines.length === 0 && <span className="rota-free">{words.free}</span>}
                  {lines.map((line) => (
                    <span key={`${line.kind} ${line.from}`} className="rota-line">
                      <span className={`rota-swatch rota-${line.kind}`} aria-hidden="true" />
                      {bar(line)}
                    </span>
                  ))}
                </>
              );
              return (
                <li key={upn}>
                  {onOpen === null ? (
                    <div className="rota-entry">{what}</div>
                  ) : (
                    <button
                      type="button"
                      className="rota-entry"
                      onClick={(event) => onOpen({ upn, day }, event.currentTarget)}
                    >
                      {what}
                      <span className="only-heard">. {words.change(name, longDay(day))}</span>
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
