/** Nobody is signed in, or the token will not do. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

/** Input that a person can put right: where, and in their language what to do. Becomes 422. */
export class FaultyInput extends Error {
  override readonly name = 'FaultyInput';
  readonly faults: readonly { readonly path: string; readonly message: string }[];

  constructor(faults: readonly { path: string; message: string }[]) {
    super('the input has faults');
    this.faults = faults;
  }
}

/** Somebody else changed it meanwhile. `body` is the answer, of the route's `conflict` schema; absent: an ApiError. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly body: unknown;

  constructor(body?: unknown) {
    super('changed meanwhile');
    this.body = body;
  }
}

/** One person asks more than a person does. */
export class TooMany extends Error {
  /** Milliseconds. */
  readonly wait: number;

  constructor(wait: number) {
    super('too many calls');
    this.wait = wait;
  }
}
