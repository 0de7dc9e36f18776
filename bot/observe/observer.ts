import type { Measures } from './measures.ts';
import type { Tracing } from './tracing.ts';

/** What looks on while the app works. It changes nothing, and a fault of its own is nobody else's. */
export type Observer = {
  /** Null: nothing is traced. */
  readonly tracing: Tracing | null;
  readonly measures: Measures;
  readonly newId: () => string;
  readonly logger: {
    info(data: object, message: string): void;
    warn(data: object, message: string): void;
  };
};
