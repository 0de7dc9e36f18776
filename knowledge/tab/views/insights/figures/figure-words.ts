import type { TabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { Figure, MeasureText } from '#bot/web/api/contract/insights-contract.ts';
import type { TabLanguage } from '../../../host/host.ts';

type Words = Pick<TabInsightsTexts, 'figure' | 'units'>;
export type Saying = { readonly words: Words; readonly language: TabLanguage };
type Measured = Pick<MeasureText, 'unit' | 'clock'>;

const locale: Readonly<Record<TabLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };

export function numberInWords(value: number, language: TabLanguage, digits = 0): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits }).format(value);
}

/** 0.413 → "41 %" as the language writes it. Below one per cent with one decimal, so that little is not nothing. */
export function shareInWords(share: number, language: TabLanguage): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0;
  return new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: digits }).format(
    share,
  );
}

/**
 * Seconds, in two units at most: "2 tim 10 min". Service hours are never called days: a day of them is eight hours or
 * ten, and the reader would take it for a day and a night.
 */
export function timeInWords(
  seconds: number,
  clock: MeasureText['clock'],
  { words, language }: Saying,
): string {
  const { units } = words;
  const say = (value: number) => numberInWords(value, language);
  if (seconds < 59.5) return units.seconds(say(Math.round(seconds)));
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return units.minutes(say(minutes));
  const hours = Math.floor(minutes / 60);
  if (clock === 'service' || hours < 48) {
    const rest = hours < 10 ? minutes % 60 : 0;
    const whole = hours < 10 ? hours : Math.round(minutes / 60);
    return join(units.hours(say(whole)), rest > 0 ? units.minutes(say(rest)) : null);
  }
  const days = Math.floor(hours / 24);
  const rest = days < 10 ? hours % 24 : 0;
  return join(units.days(say(days)), rest > 0 ? units.hours(say(rest)) : null);
}

/** The desk's own money, a case: small amounts with decimals enough to be told apart. */
function moneyInWords(value: number, language: TabLanguage): string {
  return new Intl.NumberFormat(locale[language], { maximumSignificantDigits: 2 }).format(value);
}

/** A figure as it may be shown: a share of too few is "3 av 7", a time of too few is not said. */
export function figureInWords(figure: Figure, measure: Measured, saying: Saying): string {
  const { words, language } = saying;
  if (measure.unit === 'count') return numberInWords(figure.count, language);
  if (figure.denominator === 0) return words.figure.none;
  if (measure.unit === 'share') {
    return figure.small || figure.value === null
      ? basisInWords(figure, saying)
      : shareInWords(figure.value, language);
  }
  if (figure.small || figure.value === null) return words.figure.tooFew;
  return measure.unit === 'money'
    ? moneyInWords(figure.value, language)
    : timeInWords(figure.value, measure.clock, saying);
}

/** "412 av 1 004" */
function basisInWords(figure: Figure, { words, language }: Saying): string {
  return words.figure.of(numberInWords(figure.count, language), numberInWords(figure.denominator, language));
}

/** What a figure rests on, for the line under it; null where it is said already, or nothing is. */
export function basisOf(figure: Figure, measure: Measured, saying: Saying): string | null {
  const { words, language } = saying;
  if (figure.denominator === 0 && measure.unit !== 'count') return null;
  if (measure.unit === 'share') return figure.small ? null : basisInWords(figure, saying);
  if (measure.unit === 'count') {
    return figure.denominator > 0 ? words.figure.ofCases(numberInWords(figure.denominator, language)) : null;
  }
  const cases = casesInWords(figure.denominator, saying);
  return measure.unit === 'money' ? `${words.figure.perCase}, ${cases}` : cases;
}

/** "412 ärenden" */
export function casesInWords(count: number, { words, language }: Saying): string {
  return count === 1 ? words.figure.oneCase : words.figure.cases(numberInWords(count, language));
}

/** "nio av tio inom 3 tim", of a time that is shown. */
export function p90Of(figure: Figure, measure: Measured, saying: Saying): string | null {
  if (measure.unit !== 'time' || figure.small || figure.p90 === null) return null;
  return saying.words.figure.p90(timeInWords(figure.p90, measure.clock, saying));
}

function join(first: string, second: string | null): string {
  return second === null ? first : `${first} ${second}`;
}
