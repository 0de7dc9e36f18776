import type { ModelCall } from '#adapters/language-model/model-call.ts';
import { judgedFields } from '#bot/insights/evaluation/judge-request.ts';
import {
  countEach,
  type ModelMeasures,
  type Percentiles,
  percentilesOf,
} from '#bot/insights/evaluation/model-measures.ts';
import type { Summary } from '#bot/insights/evaluation/summarise.ts';

export type CountedCalls = {
  readonly byOutcome: Readonly<Record<string, number>>;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cost: number;
  readonly costPerRequest: number;
  readonly firstToken: Percentiles;
  readonly whole: Percentiles;
};

export function countCalls(calls: readonly ModelCall[], requests: number): CountedCalls {
  const sum = (of: (call: ModelCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  const streams = calls.filter(({ purpose }) => purpose === 'compose');
  const cost = sum((call) => call.cost);
  return {
    byOutcome: countEach(calls.map(({ purpose, outcome }) => `${purpose} ${outcome}`)),
    tokensIn: sum(({ tokensIn }) => tokensIn),
    tokensOut: sum(({ tokensOut }) => tokensOut),
    cost,
    costPerRequest: requests === 0 ? 0 : cost / requests,
    firstToken: percentilesOf(streams.flatMap(({ firstTokenAfter }) => firstTokenAfter ?? [])),
    whole: percentilesOf(streams.map(({ took }) => took)),
  };
}

type Fields = Summary['fields'];
export type ModelSummary = {
  readonly model: string;
  readonly rules: { readonly requests: Summary; readonly turns: Fields };
  readonly withModel: { readonly requests: Summary; readonly turns: Fields };
  readonly answers: ModelMeasures;
  readonly calls: CountedCalls;
};

/** Rules alone and with the model, side by side; then what the model said, and what it took. */
export function renderModelTable({ model, rules, withModel, answers, calls }: ModelSummary): string {
  const row = (name: string, ...cells: readonly (string | number)[]) =>
    `${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(14)).join('')}`;
  const share = (fields: Fields, name: keyof Fields) => {
    const { right, of } = fields[name];
    return of === 0 ? '' : `${right}/${of}`;
  };
  const fields = judgedFields.map((name) =>
    row(
      name,
      share(rules.requests.fields, name),
      share(withModel.requests.fields, name),
      share(rules.turns, name),
      share(withModel.turns, name),
    ),
  );
  const dropped = Object.entries(answers.sentences.dropped);
  return [
    row('', 'requests:', `with ${model}`.slice(0, 13), 'turns:', 'with it'),
    ...fields,
    row('macro-F1', rules.requests.macroF1.toFixed(3), withModel.requests.macroF1.toFixed(3)),
    '',
    row('answers to word', answers.asked),
    row('worded; else the note', answers.worded),
    row('sentences that stood', answers.sentences.kept),
    ...dropped.map(([why, count]) => row(`  dropped: ${why}`, count)),
    row('in the person’s language', `${answers.inTheirLanguage}/${answers.worded}`),
    row('leaks', answers.leaks),
    '',
    row('', 'p50 ms', 'p95 ms'),
    row('first token', ...cellsOf(calls.firstToken)),
    row('first checked sentence', ...cellsOf(answers.firstSentence)),
    row('end', ...cellsOf(answers.whole)),
    row('tokens in, out', calls.tokensIn, calls.tokensOut),
    row('cost, for each request', calls.cost.toFixed(4), calls.costPerRequest.toFixed(6)),
    ...Object.entries(calls.byOutcome).map(([name, count]) => row(`calls: ${name}`, count)),
  ].join('\n');
}

function cellsOf({ p50, p95 }: Percentiles): (string | number)[] {
  return [p50 ?? '–', p95 ?? '–'];
}
