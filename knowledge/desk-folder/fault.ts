/** Something in a desk folder that is wrong (an import is refused) or odd (a warning). */
export type Fault = {
  readonly severity: 'error' | 'warning';
  /** A short stable name of the kind of fault, for `--json`. */
  readonly code: string;
  /** Relative to the folder, with `/`. */
  readonly file: string;
  /** From 1; null when the fault is the file's as a whole. */
  readonly line: number | null;
  readonly message: string;
  /** What to do about it, as an imperative sentence. */
  readonly remedy: string;
};

/** A fault's words, before it is known where it stands. */
export type FaultText = Omit<Fault, 'file' | 'line'>;

/** Line of what a path inside a value points at; the nearest parent that has one when it is absent. */
export type LineOf = (path: readonly PropertyKey[]) => number | null;

/** A value with the place where it was written. */
export type Located<T> = { readonly value: T; readonly file: string; readonly lineOf: LineOf };

export function faultAt(
  place: { file: string; lineOf: LineOf },
  path: readonly PropertyKey[],
  text: FaultText,
): Fault {
  return { ...text, file: place.file, line: place.lineOf(path) };
}

/** Files in order, then lines; faults of a whole file first. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
