/**
 * The few kinds of error that Vaktis tells apart. A person never sees a message from here: the channel
 * turns the kind into a plain sentence with a next step and a reference.
 */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
}

/**
 * What a failure is about: the whole other system, this one thing only, our sign-in, or that we ask too fast. By it a
 * caller knows whether the next thing would fare better.
 */
export type FailureAbout = 'system' | 'item' | 'sign-in' | 'pace';

/** Another system (Teams, a contractor, a database, a model) failed or refused. */
export class OutsideSystemFailed extends Error {
  override readonly name = 'OutsideSystemFailed';
  /** True when trying again later can succeed; false when the answer is final. */
  readonly retryable: boolean;
  /** Milliseconds that the other system asked us to wait, when it said so. */
  readonly retryAfter: number | null;
  /** True when it may have happened all the same (no answer in time): trying again may do it twice. */
  readonly ambiguous: boolean;
  /** Default: what can be tried again is about the system, what is final about the one thing. */
  readonly about: FailureAbout;

  constructor(
    message: string,
    options: {
      retryable: boolean;
      retryAfter?: number | null;
      ambiguous?: boolean;
      about?: FailureAbout;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
    this.retryAfter = options.retryAfter ?? null;
    this.ambiguous = options.ambiguous ?? false;
    this.about = options.about ?? (options.retryable ? 'system' : 'item');
  }
}
