import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readJsonLines } from '#bot/cli/read-json-lines.ts';
import { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { toLine } from '#bot/triage/text/fold.ts';
import { judgeWording, type Wording } from '#bot/triage/wording/judge-wording.ts';
import { wordingFeatures } from '#bot/triage/wording/wording-features.ts';
import { chancesOf, fitClasses } from '../bench/triage/fit-classes.ts';

const judge = (text: string) => judgeWording(toLine(text));
const likeliest = ({ category }: Wording) => [...category].sort(([, a], [, b]) => b - a)[0]?.[0];
const usual = { rounds: 20, step: 3, decay: 3e-4, seed: 1 };

test.each([
  ['wifit hoppar av och på', 'network'],
  ['skrivaren drar snett i arken', 'printer'],
  ['kommer inte in på mitt konto', 'account'],
  ['the projector shows a pink picture', 'av'],
])('%s is worded like %s', (text, kind) => {
  expect(likeliest(judge(text))).toBe(kind);
});

test('what is broken is less likely mended by advice than what one does not know how', () => {
  expect(judge('skärmen är krossad och det sticker ut glas').solvable).toBeLessThan(0.3);
  expect(judge('hur skriver man ut dubbelsidigt?').solvable).toBeGreaterThan(0.7);
});

test.each(['', '   ', '🙃', '12345', 'xyzzy', 'å'.repeat(20_000)])(
  'the kinds of %j add up to one',
  (text) => {
    const { category, solvable } = judge(text);
    const all = [...category.values()].reduce((sum, chance) => sum + chance, 0);
    expect(all).toBeCloseTo(1);
    expect(solvable).toBeGreaterThanOrEqual(0);
    expect(solvable).toBeLessThanOrEqual(1);
  },
);

test('of a district that had no part in it the wording alone tells the kind of seven in ten', async () => {
  const requests = await readJsonLines(
    resolve(import.meta.dirname, '../evals/graskar/requests.jsonl'),
    LabelledRequest,
  );
  const told = requests.filter(({ expect: { category } }) => category !== undefined);
  const right = told.filter(({ text, expect: { category } }) => likeliest(judge(text)) === category);
  expect(told.length).toBeGreaterThan(100);
  expect(right.length / told.length).toBeGreaterThan(0.7);
});

test('words, neighbours and parts of words are looked at once each, and figures are alike', () => {
  expect(wordingFeatures(toLine('Ny ny 45'))).toEqual([' ny ', ' ny ny ', '<ny>', ' ny 00 ', ' 00 ', '<00>']);
});

test('the fit tells apart what it was taught, the same each time', () => {
  const examples = Array.from({ length: 30 }, (_, place) => ({ features: [place % 3, 3], label: place % 3 }));
  const learn = () => fitClasses(examples, { features: 4, classes: 3 }, usual);
  const chances = chancesOf(learn(), [1, 3]);
  expect(chances.indexOf(Math.max(...chances))).toBe(1);
  expect(learn()).toEqual(learn());
});
