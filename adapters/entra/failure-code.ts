/** Why a call had no answer, as one word: `ENOTFOUND`, `CERT_HAS_EXPIRED`, `ETIMEDOUT`. Never a text from outside. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return codeOf(cause.errors[0]);
  const source = cause instanceof Error && 'code' in cause ? cause : error;
  const code = 'code' in source ? source.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'unknown';
}
