import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '#bot/cli/read-json-lines.ts';
import { Category } from '#bot/desk/category.ts';
import { Grade } from '#bot/desk/priority.ts';
import { toLine } from '#bot/triage/text/fold.ts';
import { wordingAnswers } from '#bot/triage/wording/wording-answers.ts';
import { wordingFeatures } from '#bot/triage/wording/wording-features.ts';
import { type Fit, fitClasses } from './fit-classes.ts';

/** A message and what it says by itself; null where that is debatable. */
const Told = z.strictObject({
  text: z.string(),
  category: Category,
  impact: Grade.nullable(),
  urgency: Grade.nullable(),
  solvable: z.boolean().nullable(),
});
type Told = z.infer<typeof Told>;

const folder = 'tests/evals/talk';
const target = 'bot/triage/wording/wording-weights.json';
const usual = { rounds: 20, step: 3, decay: 3e-4, seed: 1 };
/** What fewer messages hold teaches little about the next. */
const leastMessages = 4;
/** Weights are kept as whole numbers of this part. */
const scale = 25;
/** Smaller ones decide nothing, and would be most of the file. */
const leastWeight = 6;

/** Learns anew from all messages of the folder, and writes the weights that the bot reads. */
async function train(): Promise<void> {
  const told = await readTold();
  const features = told.map(({ text }) => wordingFeatures(toLine(text)));
  const terms = commonTerms(features);
  const numbered = features.map((own) => own.flatMap((feature) => terms.get(feature) ?? []));
  const fits = questions.map((question) => {
    const answers = wordingAnswers.filter((answer) => answer.startsWith(`${question} `));
    const examples = told.flatMap((one, place) => {
      const label = answers.indexOf(`${question} ${answerOf(one, question)}`);
      return label < 0 ? [] : [{ features: numbered[place] ?? [], label }];
    });
    return fitClasses(examples, { features: terms.size, classes: answers.length }, usual);
  });
  const weights = { scale, bases: basesOf(fits), terms: Object.fromEntries(writeTerms(terms, fits)) };
  writeFileSync(target, `${JSON.stringify(weights, null, 1)}\n`);
  process.stdout.write(
    `${JSON.stringify({ messages: told.length, terms: Object.keys(weights.terms).length })}\n`,
  );
}

/** How many are hit and how long it can wait is told too, but learned weights did no better there than the rules. */
const questions = ['category', 'solvable'] as const;

function answerOf(told: Told, question: (typeof questions)[number]): string | null {
  if (question === 'category') return told.category;
  return told.solvable === null ? null : told.solvable ? 'yes' : 'no';
}

async function readTold(): Promise<Told[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const told = await Promise.all(files.sort().map((name) => readJsonLines(join(folder, name), Told)));
  return told.flat();
}

function commonTerms(features: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= leastMessages).map(([feature]) => feature);
  return new Map(common.sort().map((feature, place) => [feature, place]));
}

function basesOf(fits: readonly Fit[]): number[] {
  return fits.flatMap(({ bases }) => [...bases].map((base) => Math.round(base * 1000) / 1000));
}

/** `place:weight` for each answer that the term speaks for or against; a term that says nothing is left out. */
function* writeTerms(terms: ReadonlyMap<string, number>, fits: readonly Fit[]): Iterable<[string, string]> {
  for (const [term, place] of terms) {
    const row = fits.flatMap(({ weights }) => weights.map((own) => Math.round((own[place] ?? 0) * scale)));
    const told = row.flatMap((weight, answer) =>
      Math.abs(weight) < leastWeight ? [] : [`${answer}:${weight}`],
    );
    if (told.length > 0) yield [term, told.join(' ')];
  }
}

await train();
