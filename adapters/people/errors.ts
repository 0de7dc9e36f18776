import { OutsideSystemFailed } from '#bot/errors.ts';

export type GraphFault =
  /** Entra gave no token; `code` is its AADSTS number. */
  | { readonly kind: 'no-token'; readonly code: number | null }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'strange-answer'; readonly status: number };

/** The directory could not be read to its end; nothing is made of half of it. */
export class GraphFailed extends OutsideSystemFailed {
  readonly fault: GraphFault;

  constructor(fault: GraphFault) {
    super(`the directory could not be read: ${fault.kind}`, {
      retryable: fault.kind === 'busy' || fault.kind === 'unreachable',
    });
    this.fault = fault;
  }
}
