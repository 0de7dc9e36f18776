import { describe, expect, it } from 'vitest';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { Figure, MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { measureText, playedMeasures } from '#knowledge/tab/dev/insights-measures.ts';
import { parseRoute } from '#knowledge/tab/shell/router.ts';
import { everyWeek, isLastUnfinished } from '#knowledge/tab/views/insights/charts/every-week.ts';
import { labelEvery, ticksFor } from '#knowledge/tab/views/insights/charts/scale.ts';
import { columnsOf, kindOf } from '#knowledge/tab/views/insights/charts/week-columns.ts';
import {
  nameOf,
  restOf,
  shapeOf,
  toGroups,
  toTable,
} from '#knowledge/tab/views/insights/figures/families.ts';
import {
  basisOf,
  figureInWords,
  p90Of,
  type Saying,
  timeInWords,
} from '#knowledge/tab/views/insights/figures/figure-words.ts';
import { judgeChange } from '#knowledge/tab/views/insights/figures/judge-change.ts';
import { hashIn, isNarrowed, readFilter } from '#knowledge/tab/views/insights/filter/filter.ts';
import { seedOf } from '#knowledge/tab/views/insights/help/seed-of.ts';

const sv: Saying = { words: tabInsightsTexts.sv, language: 'sv' };
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ');
const share = { unit: 'share', clock: null, direction: 'up' } as const;
const time = { unit: 'time', clock: 'service', direction: 'down' } as const;
const count = { unit: 'count', clock: null, direction: 'down' } as const;

function figure(change: Partial<Figure>): Figure {
  return { value: null, p90: null, count: 0, denominator: 0, small: false, ...change };
}
const shareOf = (n: number, of: number) =>
  figure({ count: n, denominator: of, small: of < 20, value: of < 20 ? null : n / of });

describe('a figure in words', () => {
  it('is a percentage of enough, with what it rests on beside it', () => {
    expect(plain(figureInWords(shareOf(412, 1004), share, sv))).toBe('41 %');
    expect(plain(basisOf(shareOf(412, 1004), share, sv) ?? '')).toBe('412 av 1 004');
  });

  it('is a count of few, said once', () => {
    expect(figureInWords(shareOf(3, 7), share, sv)).toBe('3 av 7');
    expect(basisOf(shareOf(3, 7), share, sv)).toBeNull();
  });

  it('is not said of a time of few, nor of nothing', () => {
    const few = figure({ count: 4, denominator: 4, small: true, p90: 90 });
    expect(figureInWords(few, time, sv)).toBe('för få');
    expect(p90Of(few, time, sv)).toBeNull();
    expect(figureInWords(figure({}), time, sv)).toBe('inget än');
  });

  it('tells a little from nothing', () => {
    expect(plain(figureInWords(shareOf(1, 400), share, sv))).toBe('0,3 %');
  });

  it.each([
    [42, 'wall', '42 s'],
    [59.7, 'wall', '1 min'],
    [3570, 'wall', '1 tim'],
    [7800, 'wall', '2 tim 10 min'],
    [86_400 * 2 + 7200, 'wall', '2 dygn 2 tim'],
    [86_400 * 2 + 7200, 'service', '50 tim'],
    [86_400 * 30, 'wall', '30 dygn'],
  ] as const)('is %d seconds by %s as %s', (seconds, clock, said) => {
    expect(timeInWords(seconds, clock, sv)).toBe(said);
  });
});

describe('a change', () => {
  it.each([
    ['better', shareOf(60, 100), shareOf(40, 100), share],
    ['worse', shareOf(40, 100), shareOf(60, 100), share],
    ['same', shareOf(12, 30), shareOf(10, 30), share],
    ['unknown', shareOf(9, 10), shareOf(60, 100), share],
    ['same', shareOf(50, 50), shareOf(50, 50), share],
    ['better', figure({ value: 800, denominator: 40 }), figure({ value: 1000, denominator: 40 }), time],
    ['same', figure({ value: 950, denominator: 40 }), figure({ value: 1000, denominator: 40 }), time],
    ['worse', figure({ count: 60, denominator: 90 }), figure({ count: 20, denominator: 90 }), count],
    ['same', figure({ count: 22, denominator: 90 }), figure({ count: 20, denominator: 90 }), count],
    ['unknown', shareOf(60, 100), null, share],
  ] as const)('is called %s', (change, now, before, measure) => {
    expect(judgeChange(now, before, measure)).toBe(change);
  });

  it('is neither good nor bad where no way is better', () => {
    expect(judgeChange(shareOf(60, 100), shareOf(20, 100), { unit: 'share', direction: 'none' })).toBe(
      'changed',
    );
  });
});

describe('the figures of the overview', () => {
  const all = playedMeasures.map(
    (measure): MeasureFigure => ({
      measure: measureText(measure, 'sv'),
      figure: shareOf(3, 7),
      before: null,
    }),
  );
  const groups = toGroups(all);
  const family = (id: string) => {
    const found = groups.flatMap(({ families }) => families.flatMap((one) => [one, ...one.parts]));
    const [first] = found.filter((one) => one.id === id);
    if (first === undefined) throw new Error(`no family ${id}`);
    return first;
  };

  it('are all there, each once', () => {
    const shown = groups.flatMap(({ families }) =>
      families.flatMap(({ figures, parts }) => [...figures, ...parts.flatMap((part) => part.figures)]),
    );
    expect(shown.map(({ measure }) => measure.id).toSorted()).toEqual(
      all.map(({ measure }) => measure.id).toSorted(),
    );
  });

  it('keep the confirmed and the silent beside the whole that they are parts of', () => {
    expect(family('self-resolved').parts.map(({ id }) => id)).toEqual([
      'self-resolved-confirmed',
      'self-resolved-silent',
    ]);
  });

  it('lay a time out by kind of case and clock', () => {
    const { clocks, rows } = toTable(family('resolution'));
    expect(nameOf(family('resolution'))).toBe('Tid till lösning');
    expect(clocks).toEqual(['service', 'wall']);
    expect(rows.map(({ type, cells }) => [type, cells.map((cell) => cell?.measure.clock)])).toEqual([
      ['incident', ['service', 'wall']],
      ['service-request', ['service', 'wall']],
    ]);
  });

  it('name reasons by what tells them apart', () => {
    const reasons = family('bounced-for');
    expect(shapeOf(reasons)).toBe('reasons');
    expect(nameOf(reasons)).toBe('Skickades tillbaka för att det');
    expect(restOf(reasons.figures[0]?.measure.name ?? '', reasons)).toBe('inte ingår i avtalet');
  });
});

describe('a chart', () => {
  const week = (n: number, of: number) => ({ week: '2026-11-02', figure: shareOf(n, of) });

  it('shows a share as percentages where nearly every week has enough, else as counts', () => {
    const enough = [week(30, 60), week(30, 60), week(30, 60), week(3, 7)];
    expect(kindOf(enough, 'share')).toBe('percent');
    expect(columnsOf(enough, 'share').map(({ height, few }) => [height, few])).toEqual([
      [0.5, false],
      [0.5, false],
      [0.5, false],
      [0, true],
    ]);
    const few = [week(3, 7), week(2, 9)];
    expect(columnsOf(few, 'share').map(({ height, track }) => [height, track])).toEqual([
      [3, 7],
      [2, 9],
    ]);
  });

  it('leaves out no week in which nothing happened, and none that is to come or that nobody counted', () => {
    const scope = {
      ...{
        period: '13-weeks',
        from: '2026-10-26',
        to: '2026-11-29',
        frozen: false,
        withheld: false,
        matters: 3,
      },
      ...{ siteId: null, siteName: null, area: null, kind: null, category: null, priority: null, type: null },
      countedAt: '2026-11-18T05:00:00.000Z',
    };
    const weeks = everyWeek({ scope, weeks: [week(3, 7)] });
    expect(weeks.map((one) => [one.week, one.figure.denominator])).toEqual([
      ['2026-11-02', 7],
      ['2026-11-09', 0],
      ['2026-11-16', 0],
    ]);
    expect(isLastUnfinished({ scope })).toBe(true);
    expect(isLastUnfinished({ scope: { ...scope, countedAt: '2026-12-02T05:00:00.000Z' } })).toBe(false);
  });

  it('begins at nothing and ends above the highest, on steps that a clock has', () => {
    expect(ticksFor(5 * 3600, 'time')).toEqual([0, 7200, 14_400, 21_600]);
    expect(ticksFor(23, 'count')).toEqual([0, 10, 20, 30]);
    expect(ticksFor(1, 'count')).toEqual([0, 1]);
    expect(ticksFor(0, 'count')).toEqual([0, 1]);
    expect(ticksFor(0.3, 'share')).toEqual([0, 0.5, 1]);
    expect(ticksFor(86_400 * 9, 'time').at(-1)).toBeGreaterThanOrEqual(86_400 * 9);
    expect(ticksFor(0.42, 'money').length).toBeLessThan(7);
  });

  it('names as many weeks as there is room for', () => {
    expect(labelEvery(13, 1000, 44)).toBe(1);
    expect(labelEvery(52, 330, 44)).toBe(8);
    expect(labelEvery(13, 0, 44)).toBe(13);
  });
});

describe('what is chosen', () => {
  it('is read from the address and written to it', () => {
    const filter = readFilter(parseRoute('#/insights?period=2026-10&site=solrosen&type=').query);
    expect(filter).toMatchObject({ period: '2026-10', site: 'solrosen', type: null });
    expect(hashIn(filter, '/measures/coverage', { by: 'load' })).toBe(
      '#/insights/measures/coverage?period=2026-10&site=solrosen&by=load',
    );
    expect(isNarrowed(filter)).toBe(true);
    expect(isNarrowed(readFilter(new URLSearchParams('period=52-weeks')))).toBe(false);
  });
});

describe('a note that nobody has written', () => {
  const unwritten = {
    id: 'cluster-1',
    title: 'Plattan laddar inte',
    category: 'tablet',
    asked: 4,
    wordings: ['den är död'],
    effect: { replayed: 4, changed: 3, words: '' },
  } as const;

  it('begins with what was asked, at its site or for all', () => {
    const at = seedOf({ ...unwritten, siteId: 'solrosen', siteName: 'Solrosen', wordings: ['den är död'] });
    expect(at).toMatchObject({
      folder: 'solrosen',
      content: {
        title: 'Plattan laddar inte',
        category: 'tablet',
        sites: ['solrosen'],
        symptoms: ['den är död'],
      },
    });
    expect(seedOf({ ...unwritten, siteId: null, siteName: null, wordings: [] })).toMatchObject({
      folder: '_shared',
      content: { sites: [] },
    });
  });
});
