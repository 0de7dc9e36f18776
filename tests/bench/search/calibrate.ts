/**
 * Fits how sure a score makes us and prints how reliable that is on questions not fitted on (five folds):
 * `calibrate.ts SETS DISTRICT... [--write]`. SETS holds retrieval sets, a DISTRICT desk/ and requests.jsonl.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRetrievalSet, toNote } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import { readJsonLines } from '#bot/cli/read-json-lines.ts';
import { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { type Calibration, probabilityOf, type Standing } from '#knowledge/search/rank/calibrate.ts';

type Sample = Standing & { readonly right: boolean };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' } },
});
const [sets = '', ...districts] = positionals;
const folds = 5;
const samples: Sample[][] = [];
for (const name of readdirSync(sets)) await addSet(join(sets, name));
for (const district of districts) await addDistrict(district);
report();
const fitted = fitCurve(samples.flat());
process.stdout.write(`${JSON.stringify(fitted)}\n`);
if (values.write === true) {
  const file = resolve(import.meta.dirname, '../../../knowledge/search/rank/calibration.ts');
  const figures = `{ base: ${fitted.base}, score: ${fitted.score}, lead: ${fitted.lead} }`;
  const why = '/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking changes. */';
  writeFileSync(file, `${why}\nexport const calibration = ${figures};\n`);
}

async function addSet(dir: string): Promise<void> {
  const set = await readRetrievalSet(dir);
  const notes = set.documents.map((document) => toNote(document, { aliases: false }));
  const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
  const query = { site: null, audience: 'staff' as const, at: new Date(0), limit: 3 };
  for (const { id, text } of set.questions) {
    const right = set.right.get(id);
    if (right === undefined) continue;
    add(search.search({ ...query, text }), (note) => right.has(note.slice('_shared/'.length)));
  }
}

async function addDistrict(dir: string): Promise<void> {
  const { desk, notes } = await readDeskFolder(join(dir, 'desk'));
  const search = createNoteSearch(notes, { timezone: desk.settings.timezone });
  for (const { from, at, text, expect } of await readJsonLines(
    join(dir, 'requests.jsonl'),
    LabelledRequest,
  )) {
    if (expect.note === undefined) continue;
    const right = [expect.note].flat();
    const technician = desk.people.get(from)?.roles.includes('technician') ?? false;
    const audience = technician ? ('technician' as const) : ('staff' as const);
    const site = desk.sites.get(expect.site ?? '') ?? null;
    add(search.search({ text, site, audience, at: new Date(at), limit: 3 }), (id) => right.includes(id));
  }
}

function add(found: readonly FoundNote[], isRight: (id: string) => boolean): void {
  const scores = found.map(({ score }) => score);
  samples.push(
    found.map(({ note, score }, place) => ({
      score,
      lead: score - (place === 0 ? (scores[1] ?? 0) : (scores[0] ?? 0)),
      right: isRight(note.id),
    })),
  );
}

/** Logistic regression by gradient descent; neither slope may fall. */
function fitCurve(from: readonly Sample[]): Calibration {
  let curve = { base: -1, score: 1, lead: 1 };
  for (let round = 0; round < 3000; round += 1) {
    let [base, score, lead] = [0, 0, 0];
    for (const sample of from) {
      const miss = (sample.right ? 1 : 0) - probabilityOf(sample, curve);
      base += miss;
      score += miss * sample.score;
      lead += miss * sample.lead;
    }
    const step = 8 / from.length;
    curve = {
      base: curve.base + step * base,
      score: Math.max(0, curve.score + step * score),
      lead: Math.max(0, curve.lead + step * lead),
    };
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { base: round(curve.base), score: round(curve.score), lead: round(curve.lead) };
}

/** For each tenth: how sure the held-out finds were, and how many were right. */
function report(): void {
  const judged = Array.from({ length: folds }, (_, fold) => {
    const curve = fitCurve(samples.filter((_each, index) => index % folds !== fold).flat());
    const held = samples.filter((_each, index) => index % folds === fold).flat();
    return held.map((sample) => ({ sure: probabilityOf(sample, curve), right: sample.right }));
  }).flat();
  process.stdout.write('said   mean   right   finds\n');
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = judged.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === tenth);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { sure }) => sum + sure, 0) / inside.length;
    const right = inside.filter((each) => each.right).length / inside.length;
    process.stdout.write(`.${tenth}–     ${mean.toFixed(2)}   ${right.toFixed(2)}   ${inside.length}\n`);
  }
}
