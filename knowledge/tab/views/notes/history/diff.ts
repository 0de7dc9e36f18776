import { findRuns } from './find-runs.ts';

/** A stretch of text that both have, or that only one has. */
export type Stretch = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** What was changed from one text to another, word by word, in reading order. */
export function diffWords(before: string, after: string): readonly Stretch[] {
  const runs = findRuns(splitWords(before), splitWords(after));
  return gather(runs.map(({ kind, items }) => ({ kind, text: items.join('') })));
}

/** What was changed from one list to another, item by item. */
export function diffItems(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  return findRuns(before, after).flatMap(({ kind, items }) => items.map((text) => ({ kind, text })));
}

/** The entries of both lists, a rewritten one as a change inside it. */
export function diffSteps(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly Stretch[])[] {
  const runs = findRuns(before, after);
  return runs.flatMap(({ kind, items }, index): readonly (readonly Stretch[])[] => {
    const instead = kind === 'removed' ? added(runs[index + 1]) : [];
    const taken = kind === 'added' ? removed(runs[index - 1]).length : 0;
    return items.slice(taken).map((text, at) => {
      const other = instead[at];
      return other === undefined ? [{ kind, text }] : diffWords(text, other);
    });
  });
}

type Run = ReturnType<typeof findRuns>[number];
const added = (run: Run | undefined) => (run?.kind === 'added' ? run.items : []);
const removed = (run: Run | undefined) => (run?.kind === 'removed' ? run.items : []);

function splitWords(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Neighbouring changes read better together: all that is gone, then all that is new. A lone space between them goes along. */
function gather(stretches: readonly Stretch[]): readonly Stretch[] {
  const gathered: Stretch[] = [];
  const pending = { removed: '', added: '' };
  const flush = () => {
    for (const kind of ['removed', 'added'] as const) {
      if (pending[kind].trim() !== '') gathered.push({ kind, text: pending[kind] });
      else if (kind === 'added' && pending[kind] !== '') gathered.push({ kind: 'same', text: pending[kind] });
      pending[kind] = '';
    }
  };
  for (const [index, { kind, text }] of stretches.entries()) {
    const isGap = kind === 'same' && text.trim() === '' && index < stretches.length - 1;
    const isWaiting = pending.removed !== '' || pending.added !== '';
    if (kind === 'same' && !(isGap && isWaiting)) {
      flush();
      gathered.push({ kind, text });
      continue;
    }
    if (kind !== 'added') pending.removed += text;
    if (kind !== 'removed') pending.added += text;
  }
  flush();
  return gathered;
}
