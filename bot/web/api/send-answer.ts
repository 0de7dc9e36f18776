import type { Response } from 'express';
import type { Logger } from '#bot/logger.ts';
import { type Bytes, isBytes } from './bytes.ts';
import type { Route } from './define-route.ts';

/** @throws Error when the answer is not what the definition promises and `strict` is set. */
export function sendAnswer(
  route: Route,
  answer: unknown,
  response: Response,
  { strict, logger }: { strict: boolean; logger: Logger },
): void {
  if (route.response === undefined) {
    response.status(204).end();
  } else if (isBytes(route.response)) {
    if (!isBytesAnswer(answer)) throw new Error(`${route.method} ${route.path} gave no bytes`);
    sendBytes(answer, response.status(route.status ?? 200));
  } else {
    const checked = route.response.safeParse(answer);
    if (!checked.success) {
      const places = checked.error.issues.map((issue) => issue.path.join('.'));
      logger.error({ method: route.method, path: route.path, places }, 'an answer breaks the API’s contract');
      if (strict)
        throw new Error(`${route.method} ${route.path} breaks its contract: ${checked.error.message}`);
    }
    // What the contract does not name is not sent.
    response.status(route.status ?? 200).json(checked.success ? checked.data : answer);
  }
}

/** Never shown as a page of ours: what people upload is theirs. */
function sendBytes({ bytes, type, fileName }: Bytes, response: Response): void {
  if (fileName !== undefined) response.attachment(fileName);
  response.set({
    'Content-Type': type,
    'Content-Length': String(bytes.byteLength),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  response.end(bytes);
}

function isBytesAnswer(answer: unknown): answer is Bytes {
  return (
    typeof answer === 'object' && answer !== null && 'bytes' in answer && answer.bytes instanceof Uint8Array
  );
}
