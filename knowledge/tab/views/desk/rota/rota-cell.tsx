import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { placeOnStrip, type RotaBar } from './rota-week.ts';
import { useRotaWords } from './rota-words.ts';

type Props = { bars: readonly RotaBar[]; strip: { from: number; to: number }; free: string };

/** A day of one technician: a strip of the hours to look at, and the same in words. */
export function RotaCell({ bars, strip, free }: Props) {
  const words = useWords(tabDeskTexts).rota;
  const { span } = useRotaWords();
  if (bars.length === 0) return <span className="rota-free">{free}</span>;
  return (
    <>
      <span className="rota-strip" aria-hidden="true">
        {bars.map((bar) => {
          const { left, width } = placeOnStrip(bar, strip);
          return (
            <span
              key={`${bar.kind} ${bar.from}`}
              className={`rota-bar rota-${bar.kind}`}
              style={{ left: `${left}%`, width: `${width}%` }}
            />
          );
        })}
      </span>
      {bars.map((bar) => (
        <span key={`${bar.kind} ${bar.from}`} className={`rota-line rota-line-${bar.kind}`}>
          <span className={bar.kind === 'duty' || bar.kind === 'hole' ? 'only-heard' : undefined}>
            {words.kinds[bar.kind]}{' '}
          </span>
          {span(bar)}
          {bar.reason !== null && bar.reason !== '' && <span className="rota-reason"> {bar.reason}</span>}
        </span>
      ))}
    </>
  );
}
