import { currentTrail, onTrail } from '#bot/trail.ts';

/** Numbers and kinds of our own only: never a text, a name or an address. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal';

export type Span = {
  /** As W3C Trace Context writes it. */
  readonly parent: string;
  readonly note: (attributes: Attributes) => void;
  /** `fault`: the kind of error that it ended with, not its text. */
  readonly end: (fault?: string) => void;
};

/** Where spans are sent. Absent: nothing is traced, and nothing of it is loaded. */
export type Tracing = {
  readonly start: (
    name: string,
    about: { readonly kind: SpanKind; readonly parent: string | null; readonly attributes: Attributes },
  ) => Span;
  /** Sends what is left. Never throws. */
  readonly close: () => Promise<void>;
};

export type Traced = {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
};

/** Runs the work in a span of the trail that it is on; without tracing or a trail it just runs. */
export function spanned<T>(
  tracing: Tracing | null,
  { name, kind = 'internal', attributes = {} }: Traced,
  work: (span: Span | null) => T,
): T {
  const trail = currentTrail();
  if (tracing === null || trail === null) return work(null);
  const span = tracing.start(name, { kind, attributes: withId(attributes, trail.id), parent: trail.parent });
  return onTrail({ ...trail, parent: span.parent }, () => ended(span, () => work(span)));
}

function withId(attributes: Attributes, id: string): Attributes {
  return { ...attributes, 'vaktis.trail': id };
}

/** Ends the span when the work does, also when that is later. */
function ended<T>(span: Span, work: () => T): T {
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    result.then(
      () => span.end(),
      (error: unknown) => span.end(faultOf(error)),
    );
    return result;
  } catch (error) {
    span.end(faultOf(error));
    throw error;
  }
}

/** Its kind: the text of a fault may quote what somebody wrote. */
export function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
