import { describe, expect, it } from 'vitest';
import type { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { judgeRequest } from '#bot/insights/evaluation/judge-request.ts';
import { playConversations, type Spine } from '#bot/insights/evaluation/play-conversations.ts';
import { renderMisses, renderTable } from '#bot/insights/evaluation/report.ts';
import { summarise } from '#bot/insights/evaluation/summarise.ts';
import type { TriageOutput } from '#bot/insights/evaluation/triage-output.ts';

function output(overrides: Partial<TriageOutput> = {}): TriageOutput {
  return {
    language: 'sv',
    reply_language: 'sv',
    type: 'incident',
    site: { id: 'solrosen', source: 'home', confidence: 0.9 },
    category: { id: 'printer', confidence: 0.9 },
    priority: { impact: 'low', urgency: 'medium', level: 'low', hazard: false },
    decision: 'answer',
    notes: [{ id: 'solrosen/skrivaren', score: 0.8 }],
    responsible: { kind: 'technician', id: 'karin', reason: 'printer → local' },
    reply: 'Prova detta',
    more: [],
    ...overrides,
  };
}

function request(expectation: LabelledRequest['expect'], id = 'r1'): LabelledRequest {
  return { id, from: 'kim', at: '2026-11-24T10:15:00+01:00', text: 'hej', expect: expectation, tags: [] };
}

describe('judgeRequest', () => {
  it('judges only what the label names', () => {
    const { fields } = judgeRequest(request({ decision: 'answer', category: 'av' }), output());
    expect(fields).toEqual({ decision: true, category: false });
  });

  it('finds a secret in a further matter’s reply too', () => {
    const further = output({ reply: 'koden är 4711' });
    const { fields } = judgeRequest(request({ must_not_contain: ['4711'] }), output({ more: [further] }));
    expect(fields.leak).toBe(false);
  });

  it('counts an acceptable decision as the expected destination', () => {
    const label = request({
      decision: 'hand-off',
      acceptable: ['answer'],
      responsible: { kind: 'contractor', id: 'desk' },
    });
    expect(judgeRequest(label, output()).destination).toEqual({ expected: 'contractor', got: 'contractor' });
  });

  it('tells hand-offs apart by who gets them', () => {
    const label = request({ decision: 'hand-off', responsible: { kind: 'contractor' } });
    const got = judgeRequest(label, output({ decision: 'hand-off' }));
    expect(got.fields).toMatchObject({ decision: true, person: false });
    expect(got.destination).toEqual({ expected: 'contractor', got: 'technician' });
  });
});

describe('summarise', () => {
  it('is the mean of F1 over the destinations that the labels hold', () => {
    const verdicts = [
      judgeRequest(request({ decision: 'answer' }), output()),
      judgeRequest(request({ decision: 'answer' }), output({ decision: 'ask' })),
      judgeRequest(request({ decision: 'ask' }), output({ decision: 'ask' })),
    ];
    // answer: P 1, R 1/2 → 2/3; ask: P 1/2, R 1 → 2/3.
    expect(summarise(verdicts).macroF1).toBeCloseTo(0.667, 3);
  });

  it('is shown as a table, and misses with what was expected', () => {
    const verdicts = [judgeRequest(request({ decision: 'ask' }, 'r7'), output())];
    const summary = summarise(verdicts);
    expect(renderTable(summary, summary)).toContain('macro-F1');
    expect(renderMisses(verdicts)).toContain('r7');
    expect(renderMisses(verdicts)).toContain('decision: expected ask, got answer');
  });
});

describe('playConversations', () => {
  it('begins each on an empty desk and keeps the time of the last turn that had one', async () => {
    const heard: string[] = [];
    const spine: Spine = {
      async reset() {
        heard.push('reset');
      },
      async play(turn) {
        heard.push(`${turn.from} ${turn.at.toISOString()} ${turn.say ?? turn.press}`);
        return {
          decision: 'answer',
          siteId: null,
          category: null,
          level: null,
          responsible: null,
          noteIds: [],
          seen: '',
          language: 'sv',
          caseEffect: 'none',
        };
      },
    };
    const verdicts = await playConversations(
      [
        {
          id: 'c1',
          from: 'kim',
          at: '2026-11-24T09:00:00Z',
          turns: [
            { say: 'hej' },
            { press: 'solved', at: '2026-11-25T09:00:00Z' },
            { say: 'tack', from: 'bo' },
          ],
          expect: [{ decision: 'answer' }, { case: 'solved' }],
          tags: [],
        },
      ],
      spine,
    );
    expect(heard).toEqual([
      'reset',
      'kim 2026-11-24T09:00:00.000Z hej',
      'kim 2026-11-25T09:00:00.000Z solved',
      'bo 2026-11-25T09:00:00.000Z tack',
    ]);
    expect(verdicts.map(({ fields }) => fields)).toEqual([{ decision: true }, { case: false }, {}]);
  });
});
