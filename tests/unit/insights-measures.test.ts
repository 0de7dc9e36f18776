import { describe, expect, it } from 'vitest';
import type { Case, CaseEvent } from '#bot/handoff/case.ts';
import { addUp, countFact, mergeSums } from '#bot/insights/add-up.ts';
import { figuresCsv } from '#bot/insights/export-figures.ts';
import type { Fact } from '#bot/insights/facts/fact.ts';
import { makeCaseFact } from '#bot/insights/facts/make-case-fact.ts';
import { makeTalkFacts, type TalkOutcome } from '#bot/insights/facts/make-talk-facts.ts';
import { measureText } from '#bot/insights/measures/measure-text.ts';
import { measures } from '#bot/insights/measures/measures.ts';
import { bucketOf, figureOf, secondsOf } from '#bot/insights/measures/tally.ts';
import { differences } from '#bot/insights/refresh-insights.ts';
import { smallDesk, upns } from '../support/small-desk.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const desk = smallDesk();
const monday = new Date('2026-10-05T07:00:00Z');
const minutesIn = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
const later = new Date('2026-11-23T08:00:00Z');

function aCase(changes: Partial<Case> = {}, events: Omit<CaseEvent, 'caseId'>[] = []): Fact {
  const base = buildNewCase();
  const item: Case = {
    ...base,
    id: 'c1',
    number: 'VK-1',
    version: 1,
    updatedAt: later,
    state: 'closed',
    siteId: 'solen',
    createdAt: monday,
    resolvedAt: minutesIn(120),
    packet: { ...base.packet, attempts: [], notesShown: [], dialogue: [] },
    ...changes,
  };
  const history = events.map((event) => ({ ...event, caseId: 'c1' }));
  return makeCaseFact({ item, events: history, openWhenTaken: 4, modelCost: null }, desk, later);
}

function event(kind: CaseEvent['kind'], minutes: number, actor = upns.anna): Omit<CaseEvent, 'caseId'> {
  return { kind, at: minutesIn(minutes), actor, data: {} };
}

function talk(outcome: TalkOutcome['outcome'], minutes: number, seq: number, byUpn = upns.eva): TalkOutcome {
  return { seq, at: minutesIn(minutes), noteId: '_shared/natet', outcome, byUpn };
}

function talks(outcomes: TalkOutcome[], at = later): Fact[] {
  return makeTalkFacts({
    outcomes,
    calls: [],
    begunAfter: new Date(0),
    desk,
    noteOf: () => ({ category: 'network', asset: null }),
    at,
  });
}

function partOf(id: string, fact: Fact, at = later) {
  return measures.find((measure) => measure.id === id)?.of(fact, at) ?? null;
}

function sumsOf(facts: readonly Fact[]) {
  return addUp(
    facts.map((fact) => countFact(fact, later)),
    ['all'],
  );
}

describe('a talk', () => {
  it('is confirmed when the person said that it helped, silent when they said nothing', () => {
    const [confirmed] = talks([talk('shown', 0, 1), talk('solved', 5, 2)]);
    const [silent] = talks([talk('shown', 0, 1)]);
    expect([confirmed?.outcome, silent?.outcome]).toEqual(['confirmed', 'silent']);
  });

  it('was left when the last word was that it did not help', () => {
    expect(talks([talk('shown', 0, 1), talk('not-solved', 5, 2)])[0]?.outcome).toBe('left');
  });

  it('is not counted while it may go on', () => {
    expect(talks([talk('shown', 0, 1)], minutesIn(60))).toEqual([]);
  });

  it('is another after two hours, after "that helped", and for another person', () => {
    expect(talks([talk('shown', 0, 1), talk('shown', 200, 2)])).toHaveLength(2);
    expect(talks([talk('shown', 0, 1), talk('solved', 1, 2), talk('shown', 2, 3)])).toHaveLength(2);
    expect(talks([talk('shown', 0, 1), talk('shown', 1, 2, upns.finn)])).toHaveLength(2);
  });

  it('counts as solved without help only when it is old enough and did not come back', () => {
    const [fact] = talks([talk('shown', 0, 1), talk('solved', 5, 2)]);
    if (fact === undefined) throw new Error('no talk');
    expect(partOf('self-resolved', fact)).toEqual({ n: 1, d: 1 });
    expect(partOf('self-resolved', fact, minutesIn(60 * 24 * 10))).toBeNull();
    expect(partOf('self-resolved', { ...fact, cameBack: true })).toEqual({ n: 0, d: 1 });
    expect(partOf('self-resolved-silent', fact)).toEqual({ n: 0, d: 1 });
  });
});

describe('a case', () => {
  it('counts against what was solved without help', () => {
    expect(partOf('self-resolved', aCase())).toEqual({ n: 0, d: 1 });
  });

  it('has its times in service hours and by the wall, from the first word', () => {
    const fact = aCase({ resolvedAt: minutesIn(60 * 24) }, [
      event('accepted', 30),
      event('on-site', 90),
      event('resolved', 60 * 24),
    ]);
    expect(fact.elapsed.acknowledgement).toEqual({ service: 1800, wall: 1800 });
    expect(fact.elapsed.arrival?.wall).toBe(5400);
    expect(fact.elapsed.resolution?.wall).toBe(86_400);
    expect(fact.elapsed.resolution?.service).toBeLessThan(86_400 / 2);
    expect(partOf('resolution-incident-wall', fact)).toEqual({ n: 86_400, d: 1 });
    expect(partOf('resolution-service-request-wall', fact)).toBeNull();
  });

  it('has no time to resolution while it is open, nor when it was cancelled', () => {
    expect(aCase({ state: 'in-progress', resolvedAt: null }).elapsed.resolution).toBeUndefined();
    expect(aCase({ state: 'cancelled' }).elapsed.resolution).toBeUndefined();
  });

  it('changed hands when another took it, not when the same person did again', () => {
    expect(aCase({}, [event('accepted', 1), event('accepted', 9, upns.bo)]).reassigned).toBe(1);
    expect(aCase({}, [event('accepted', 1), event('accepted', 9)]).reassigned).toBe(0);
  });

  it('came back when it was opened again within 14 days', () => {
    const reopened = (minutes: number) =>
      aCase({}, [event('resolved', 10), event('reopened', minutes)]).cameBack;
    expect([reopened(60), reopened(60 * 24 * 15)]).toEqual([true, false]);
  });

  it('counts a visit as needless only where somebody said so, and leaves out those nobody judged', () => {
    expect(partOf('needless-visits', aCase({ onSiteAt: minutesIn(5), couldBeRemote: true }))).toEqual({
      n: 1,
      d: 1,
    });
    expect(partOf('needless-visits', aCase({ onSiteAt: minutesIn(5) }))).toBeNull();
  });

  it('counts a broken promise of a contractor even if another kept theirs', () => {
    const stay = { heardAt: null, ended: 'returned' } as const;
    const promising = smallDesk({
      settings: { contractors: desk.settings.contractors.map((one) => ({ ...one, promise: { low: '1h' } })) },
    });
    const base = buildNewCase();
    const item: Case = {
      ...base,
      ...{
        id: 'c',
        number: 'VK-2',
        version: 1,
        updatedAt: later,
        state: 'closed',
        createdAt: monday,
        resolvedAt: minutesIn(700),
      },
      contractorStays: [
        { ...stay, contractorId: 'servicedesk', from: monday, to: minutesIn(300) },
        { ...stay, ended: 'resolved', contractorId: 'telebolaget', from: minutesIn(310), to: minutesIn(340) },
      ],
    };
    const fact = makeCaseFact({ item, events: [], openWhenTaken: null, modelCost: null }, promising, later);
    expect([fact.contractorId, fact.contractor?.kept]).toEqual(['servicedesk', false]);
  });

  it('names nobody', () => {
    const text = JSON.stringify(aCase({ assignee: { kind: 'technician', id: upns.anna } }));
    expect(text).not.toContain('@');
    expect(text).not.toContain('Anna');
  });
});

describe('a figure', () => {
  const coverage = { unit: 'share' } as const;

  it('is told as counts when it rests on fewer than twenty', () => {
    expect(figureOf(coverage, { n: 3, d: 19, buckets: {} })).toMatchObject({
      value: null,
      count: 3,
      denominator: 19,
      small: true,
    });
    expect(figureOf(coverage, { n: 5, d: 20, buckets: {} })).toMatchObject({ value: 0.25, small: false });
  });

  it('has a median near the true one, and p90 from twenty on', () => {
    const buckets: Record<string, number> = {};
    for (let n = 1; n <= 100; n += 1) {
      const bucket = String(bucketOf(n * 600));
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    const { value, p90 } = figureOf({ unit: 'time' }, { n: 0, d: 100, buckets });
    expect(Math.abs((value ?? 0) / 30_000 - 1)).toBeLessThan(0.03);
    expect(Math.abs((p90 ?? 0) / 54_000 - 1)).toBeLessThan(0.03);
    expect(secondsOf(bucketOf(0))).toBe(0);
  });

  it('is the same whether its facts are added up at once or week by week', () => {
    const facts = Array.from({ length: 30 }, (_, n) => ({ ...aCase(), id: `c${n}`, hadNote: n % 3 === 0 }));
    const whole = sumsOf(facts);
    const parts = mergeSums([...sumsOf(facts.slice(0, 11)), ...sumsOf(facts.slice(11))]);
    expect(parts[0]?.tallies).toEqual(whole[0]?.tallies);
  });

  it('leaves a trace when it changes, and none when it does not', () => {
    const before = sumsOf([aCase()]);
    const now = sumsOf([{ ...aCase(), hadNote: true }]);
    const trace = { at: later, month: '2026-10', why: 'cases', caseNumbers: ['VK-1'] } as const;
    expect(differences(before, before, trace)).toEqual([]);
    expect(
      differences(before, now, trace).map(({ measure, old, new: is }) => [measure, old.n, is.n]),
    ).toEqual([
      ['coverage', 0, 1],
      ['no-note', 1, 0],
    ]);
  });
});

describe('the table of measures', () => {
  it('has a name and a formula of its own for each, in both languages', () => {
    for (const language of ['sv', 'en'] as const) {
      const texts = measures.map((measure) => measureText(measure, language));
      expect(new Set(texts.map(({ name }) => name)).size).toBe(measures.length);
      expect(texts.every(({ formula, excluded }) => formula.length > 20 && excluded.length > 3)).toBe(true);
    }
  });

  it('has incidents and service requests apart, and both clocks', () => {
    expect(measures.filter(({ group }) => group === 'speed')).toHaveLength(16);
  });
});

describe('the export', () => {
  it('never becomes a formula where it is opened', () => {
    const row = {
      from: '',
      to: '',
      by: 'site',
      measure: 'm',
      name: 'n',
      formula: 'f',
      excluded: 'e',
      unit: 'share',
      figure: 1,
      p90: null,
      count: 1,
      denominator: 1,
    };
    const text = figuresCsv(
      ['=cmd|calc', '+1', '-1', '@x', '\tx', 'a"b'].map((value) => ({ ...row, value })),
    );
    for (const cell of ["'=cmd|calc", "'+1", "'-1", "'@x", "'\tx", '"a""b"'])
      expect(text).toContain(`,${cell},`);
  });
});
