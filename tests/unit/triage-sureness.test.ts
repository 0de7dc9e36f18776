import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeNotes, type Kind, type NoteStanding, sureness } from '#bot/triage/judge-notes.ts';
import { judgeWording } from '#bot/triage/wording/judge-wording.ts';
import { fitLogistic, predict } from '../bench/search/logistic.ts';
import { byFolds, type Judged, renderReliability } from '../bench/search/reliability.ts';
import { noteStandingNames, triageDesk } from '../bench/search/triage-desk.ts';
import { buildNote } from '../support/build-note.ts';

const standing: NoteStanding = {
  score: 0.5,
  lead: 0.1,
  matchedSymptom: 0.5,
  aboutness: 0.6,
  held: 0.5,
  otherNamed: 0,
  own: 0,
  sameCategory: 1,
  likelyKind: 0.5,
  solvable: 0.5,
  first: 1,
  settled: 0,
  notIt: 0,
};

test.each(['score', 'lead', 'matchedSymptom', 'aboutness', 'held', 'likelyKind', 'solvable'] as const)(
  'more %s never makes a note less probable',
  (name) => {
    const steps = [0, 0.25, 0.5, 0.75, 1].map((value) => sureness({ ...standing, [name]: value }));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  },
);

test.each([
  ['is about another kind of matter', { sameCategory: 0 }],
  ['is about another kind of matter than is named outright', { otherNamed: 1 }],
  ['is not the first', { first: 0, lead: -0.1 }],
  ['is found when a person is put on it anyhow', { settled: 1 }],
] as const)('a note that %s is less probable', (_, change) => {
  expect(sureness({ ...standing, ...change })).toBeLessThan(sureness(standing));
});

const printer: Kind = { category: 'printer', words: new Map(), wording: judgeWording(' skrivaren ') };

test('notes without evidence are judged by their score alone, within 0 and 1', () => {
  const found = { note: buildNote({ category: 'printer' }), stale: false, currentOutage: false };
  const [first, second] = judgeNotes(
    [
      { ...found, score: 1 },
      { ...found, score: 0 },
    ],
    printer,
  );
  expect(first?.probability).toBeGreaterThan(second?.probability ?? 1);
  expect(judgeNotes([], printer)).toEqual([]);
});

describe('on a desk of 150 labelled requests that the curve was not fitted on', () => {
  const judged: Judged[] = [];
  beforeAll(async () => {
    const asked = await triageDesk(resolve(import.meta.dirname, '../evals/graskar'));
    for (const { claims } of asked) {
      for (const { features, right } of claims) {
        const named = Object.fromEntries(noteStandingNames.map((name, at) => [name, features[at] ?? 0]));
        judged.push({ said: sureness({ ...standing, ...named }), right });
      }
    }
  });

  test.each([
    [0, 0.1],
    [0.1, 0.7],
    [0.7, 0.9],
    [0.9, 1.01],
  ])('notes that are said to be right with %d to %d are so about as often', (from, to) => {
    const inside = judged.filter(({ said }) => said >= from && said < to);
    const said = inside.reduce((sum, each) => sum + each.said, 0) / inside.length;
    const right = inside.filter((each) => each.right).length / inside.length;
    expect(inside.length).toBeGreaterThan(5);
    expect(Math.abs(said - right)).toBeLessThan(0.15);
  });
});

test('the fit finds the curve that the claims were drawn from', () => {
  const claims = Array.from({ length: 400 }, (_, index) => {
    const value = (index % 40) / 40;
    return { features: [value], right: index / 400 < predict([-2, 4], [value]) };
  });
  const [base = 0, slope = 0] = fitLogistic(claims);
  expect(slope).toBeGreaterThan(2);
  expect(base).toBeLessThan(0);
});

test('the reliability table is made of questions that the curve was not fitted on', () => {
  const asked = Array.from({ length: 50 }, (_, index) => ({
    set: 'a',
    claims: [{ features: [index % 2], right: index % 2 === 1 }],
  }));
  const table = renderReliability('Made up', byFolds(asked));
  expect(table).toContain('expected calibration error');
  expect(table.split('\n').length).toBeGreaterThan(3);
});
