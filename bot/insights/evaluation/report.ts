import { judgedFields, type Verdict } from './judge-request.ts';
import type { Summary } from './summarise.ts';

/** A table for people at a terminal. */
export function renderTable(requests: Summary, turns: Pick<Summary, 'messages' | 'fields'>): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  const row = (name: string, ...cells: readonly string[]) => `${name.padEnd(14)}${cells.join('  ')}`;
  const fields = judgedFields.map((field) => {
    const cells = [requests.fields[field], turns.fields[field]].map(({ right, of, share }) =>
      of === 0 ? ' '.repeat(18) : `${percent(share)} ${`${right}/${of}`.padStart(9)}`,
    );
    return row(field, ...cells);
  });
  const destinations = Object.entries(requests.destinations).map(
    ([name, { precision, recall, f1, expected }]) =>
      row(name, percent(precision), percent(recall), percent(f1), String(expected).padStart(5)),
  );
  return [
    row('', `  requests (${requests.messages})`, `  turns (${turns.messages})`),
    ...fields,
    '',
    row('destination', 'precision', '  recall', '      F1', 'labels'),
    ...destinations,
    row('macro-F1', requests.macroF1.toFixed(3)),
  ].join('\n');
}

/** Each message with a wrong field, and what was expected of it. */
export function renderMisses(verdicts: readonly Verdict[]): string {
  return verdicts.filter(isMissed).map(renderMiss).join('\n');
}

function isMissed({ fields }: Verdict): boolean {
  return Object.values(fields).some((passes) => !passes);
}

function renderMiss({ id, text, fields, said }: Verdict): string {
  const wrong = judgedFields.filter((field) => fields[field] === false);
  const lines = wrong.map(
    (field) => `  ${field}: expected ${said[field]?.expected}, got ${said[field]?.got}`,
  );
  return [`${id} ${text.replaceAll('\n', ' ')}`, ...lines].join('\n');
}
