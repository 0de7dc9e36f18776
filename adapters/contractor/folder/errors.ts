import { OutsideSystemFailed } from '#bot/errors.ts';

/** What no waiting mends: the path itself is wrong. A full or missing disk may be mended while we try again. */
const final = ['ENAMETOOLONG', 'ENOTDIR', 'EINVAL', 'ELOOP'];

/** A file system's error as the house knows errors. */
export function mapError(error: unknown): OutsideSystemFailed {
  if (error instanceof OutsideSystemFailed) return error;
  const code = codeOf(error);
  return new OutsideSystemFailed(`the folder could not be written (${code})`, {
    retryable: !final.includes(code),
    cause: error,
  });
}

/** `ENOENT` and the like; `unknown` when there is none. */
export function codeOf(error: unknown): string {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : 'unknown';
}
