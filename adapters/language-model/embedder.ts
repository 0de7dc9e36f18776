/** A vector of length 1. */
export type Vector = Float32Array;

/** Turns texts into vectors that are near each other when the texts mean the same. */
export type Embedder = {
  readonly model: string;
  /**
   * One vector for each text, in order, all of one dimension.
   * @throws EmbeddingFailed
   */
  embed(texts: readonly string[], limits: { readonly milliseconds: number }): Promise<Vector[]>;
};

/** Why there are no vectors; never with any of the text. */
export class EmbeddingFailed extends Error {
  override readonly name = 'EmbeddingFailed';
  /**
   * `later`: the same may work after a while. `texts`: what was sent is at fault, so fewer or shorter may work.
   * `settings`: address, model or key are wrong.
   */
  readonly kind: 'later' | 'texts' | 'settings';
  /** Milliseconds to wait, where the endpoint says so. */
  readonly retryAfter: number | null;

  constructor(message: string, kind: EmbeddingFailed['kind'], retryAfter: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

/** Scaled to length 1, so that the cosine of two is their product; null for what has no direction. */
export function toVector(numbers: readonly number[]): Vector | null {
  const length = Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));
  if (length === 0 || !Number.isFinite(length)) return null;
  return Float32Array.from(numbers, (number) => number / length);
}

/** Of two vectors of one dimension. */
export function cosineOf(a: Vector, b: Vector): number {
  let sum = 0;
  for (let place = 0; place < a.length; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}
