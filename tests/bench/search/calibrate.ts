/**
 * How far "how probable" can be trusted: `npm run bench:calibration -- SETS DISTRICT... [--held-out DISTRICT]
 * [--write]`. SETS holds retrieval sets; a DISTRICT holds desk/ and requests.jsonl, or is `REQUESTS.jsonl@DESK`. Two
 * curves are fitted: the search's (on questions that some note answers) and triage's (on all messages, those that no
 * note answers too). For each it prints the reliability on questions held out of the fit, on whole sets (of districts:
 * whole desks) held out, and on a district that no rule was made by.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askDesk, askSets, standingNames } from './ask-sets.ts';
import { fitLogistic, type Weights } from './logistic.ts';
import { type Asked, byFolds, bySets, claimsOf, judgeWith, renderReliability } from './reliability.ts';
import { noteStandingNames, triageDesk } from './triage-desk.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, 'held-out': { type: 'string' } },
});
const [sets = '', ...districts] = positionals;
const root = resolve(import.meta.dirname, '../../..');
const heldOut = values['held-out'];
const say = (line: string) => process.stdout.write(`${line}\n`);

const search = [...(await askSets(sets)), ...(await Promise.all(districts.map(askDesk))).flat()];
tell('The search', search, heldOut === undefined ? [] : await askDesk(heldOut));
write('knowledge/search/rank/calibration.ts', 'calibration', standingNames, fitLogistic(claimsOf(search)));

const triage = (await Promise.all(districts.map(triageDesk))).flat();
tell('Triage', triage, heldOut === undefined ? [] : await triageDesk(heldOut));
write('bot/triage/note-curve.ts', 'noteCurve', noteStandingNames, fitLogistic(claimsOf(triage)));

function tell(who: string, asked: readonly Asked[], unseen: readonly Asked[]): void {
  say(`${renderReliability(`\n${who}: questions held out (five folds)`, byFolds(asked))}`);
  say(`${renderReliability(`\n${who}: whole sets held out`, bySets(asked))}`);
  if (unseen.length === 0) return;
  const weights = fitLogistic(claimsOf(asked));
  say(renderReliability(`\n${who}: a district that no rule was made by`, judgeWith(weights, unseen)));
}

function write(
  file: string,
  name: string,
  features: readonly string[],
  [base = 0, ...slopes]: Weights,
): void {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const lines = [
    ['base', base] as const,
    ...features.map((feature, at) => [feature, slopes[at] ?? 0] as const),
  ];
  const figures = lines.map(([key, value]) => `  ${key}: ${round(value)},`).join('\n');
  say(`\n${name}\n${figures}`);
  if (values.write !== true) return;
  const why =
    '/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */';
  writeFileSync(resolve(root, file), `${why}\nexport const ${name} = {\n${figures}\n};\n`);
}
