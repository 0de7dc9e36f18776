import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { figureInWords } from './figure-words.ts';
import { useSaying } from './use-saying.ts';

/** The figure itself; of too few in quieter letters. */
export function Value({ of: { measure, figure } }: { of: Pick<MeasureFigure, 'measure' | 'figure'> }) {
  const isFew = figure.value === null;
  return (
    <span className={isFew ? 'insights-value insights-value-few' : 'insights-value'}>
      {figureInWords(figure, measure, useSaying())}
    </span>
  );
}
