import { bounceReasonsInOrder, insightWords, type MeasureFamily } from '#bot/i18n/insights.ts';
import { capital } from '#bot/i18n/tab-kinds.ts';
import type { MeasureText } from '#bot/web/api/contract/insights-contract.ts';

type Language = 'sv' | 'en';

/** A measure as the stand-in invents its numbers: `usual` is a share, seconds, or money; `of`: of how many of all matters. */
export type PlayedMeasure = Pick<MeasureText, 'id' | 'group' | 'unit' | 'direction' | 'type' | 'clock'> & {
  readonly family: MeasureFamily;
  readonly variant: (typeof bounceReasonsInOrder)[number] | null;
  readonly usual: number;
  readonly of: number;
};

const hour = 3600;
const share = (
  family: MeasureFamily,
  group: MeasureText['group'],
  direction: MeasureText['direction'],
  usual: number,
  of: number,
): PlayedMeasure => ({ ...alone, id: family, family, group, direction, unit: 'share', usual, of });
const alone = { type: null, clock: null, variant: null } as const;

/** Four of each time: of faults and requests, in service hours and round the clock. */
const times = (family: MeasureFamily, service: number, of: number): readonly PlayedMeasure[] =>
  (['incident', 'service-request'] as const).flatMap((type) =>
    (['service', 'wall'] as const).map((clock) => ({
      ...alone,
      id: `${family}-${type}-${clock}`,
      family,
      group: 'speed' as const,
      unit: 'time' as const,
      direction: 'down' as const,
      type,
      clock,
      usual: service * (type === 'incident' ? 1 : 2.2) * (clock === 'service' ? 1 : 2.9),
      of: of * (type === 'incident' ? 0.68 : 0.32),
    })),
  );

export const playedMeasures: readonly PlayedMeasure[] = [
  share('self-resolved', 'self-help', 'up', 0.41, 1),
  share('self-resolved-confirmed', 'self-help', 'up', 0.26, 1),
  share('self-resolved-silent', 'self-help', 'none', 0.15, 1),
  share('coverage', 'self-help', 'up', 0.63, 1),
  share('follow-up', 'self-help', 'down', 0.34, 0.55),
  ...times('answer', 40, 0.55),
  ...times('acknowledgement', 0.4 * hour, 0.5),
  ...times('arrival', 3.1 * hour, 0.22),
  ...times('resolution', 5.2 * hour, 0.5),
  share('promises-kept', 'promises', 'up', 0.88, 0.24),
  share('reassigned', 'promises', 'down', 0.12, 0.55),
  share('needless-visits', 'promises', 'down', 0.19, 0.12),
  share('contractor-kept', 'contractor', 'up', 0.58, 0.14),
  { ...share('contractor-wait', 'contractor', 'down', 11 * hour, 0.14), unit: 'time' },
  { ...share('contractor-over', 'contractor', 'down', 6.5 * hour, 0.06), unit: 'time' },
  share('bounced', 'contractor', 'down', 0.21, 0.14),
  ...bounceReasonsInOrder.map(
    (variant, index): PlayedMeasure => ({
      ...share('bounced-for', 'contractor', 'down', 0.1 / (index + 1), 0.14),
      id: `bounced-${variant}`,
      unit: 'count',
      variant,
    }),
  ),
  { ...share('no-note', 'notes', 'down', 0.37, 0.55), unit: 'count' },
  share('notes-helped', 'notes', 'up', 0.72, 0.4),
  { ...share('model-cost', 'cost', 'down', 0.42, 0.8), unit: 'money' },
];

/** As the server says it: the same sentences. */
export function measureText(measure: PlayedMeasure, language: Language): MeasureText {
  const words = insightWords(language);
  const { usual, of, variant, ...rest } = measure;
  const { name, formula, excluded } = words.measure[measure.family];
  const more = [measure.type && words.type[measure.type], measure.clock && words.clock[measure.clock]];
  const about = more.filter(Boolean).join(', ');
  const full = variant ? `${name} ${words.variant[variant]}` : about === '' ? name : `${name}: ${about}`;
  return { ...rest, name: capital(full), formula, excluded };
}
