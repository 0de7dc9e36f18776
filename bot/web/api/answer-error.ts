import type { Request, Response } from 'express';
import { z } from 'zod';
import { InvalidInput, NotAllowed, NotFound, OutsideSystemFailed } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import type { Logger } from '#bot/logger.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { Conflict, FaultyInput, NotSignedIn, TooMany } from './api-errors.ts';
import type { ApiError } from './contract/common-contract.ts';

type Answer = { readonly status: number; readonly error: ApiError['error']; readonly expected: boolean };

/** http-errors, which Express's body parser throws. */
const HttpError = z.object({ status: z.number().int().min(400).max(499) });

/** Says what went wrong as an ApiError: a sentence and a reference, never a stack or the fault's own text. */
export function answerError(
  error: unknown,
  to: { request: Request; response: Response; language: ReplyLanguage; reference: string; logger: Logger },
): void {
  const { response, language, reference, logger } = to;
  if (error instanceof Conflict && error.body !== undefined) {
    response.status(409).json(error.body);
    return;
  }
  const answer = toAnswer(error);
  if (!answer.expected) {
    const kind = error instanceof Error ? error.name : typeof error;
    logger.error(
      { reference, method: to.request.method, path: to.request.path, kind },
      'an API request failed',
    );
  }
  if (answer.status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (error instanceof OutsideSystemFailed && error.retryAfter !== null) {
    response.set('Retry-After', String(Math.ceil(error.retryAfter / 1_000)));
  }
  if (error instanceof TooMany) response.set('Retry-After', String(Math.ceil(error.wait / 1_000)));
  const message = wholeFaults(error) || apiTexts[language].errors[answer.error];
  const body: ApiError = { error: answer.error, message, reference };
  if (error instanceof FaultyInput) body.faults = [...error.faults];
  response.status(answer.status).json(body);
}

/** What is wrong with the input as a whole, and not in one of its fields, is what a person must be told. */
function wholeFaults(error: unknown): string {
  if (!(error instanceof FaultyInput)) return '';
  const whole = error.faults.filter(({ path }) => path === '');
  return whole.map(({ message }) => message).join(' ');
}

function toAnswer(error: unknown): Answer {
  if (error instanceof NotSignedIn) return { status: 401, error: 'not-signed-in', expected: true };
  if (error instanceof TooMany) return { status: 429, error: 'too-many', expected: true };
  if (error instanceof NotAllowed) return { status: 403, error: 'not-allowed', expected: true };
  if (error instanceof NotFound) return { status: 404, error: 'not-found', expected: true };
  if (error instanceof Conflict) return { status: 409, error: 'conflict', expected: true };
  if (error instanceof FaultyInput || error instanceof InvalidInput)
    return { status: 422, error: 'invalid-input', expected: true };
  if (error instanceof OutsideSystemFailed) return { status: 503, error: 'unavailable', expected: false };
  const http = HttpError.safeParse(error);
  if (http.success) return fromHttp(http.data.status);
  return { status: 500, error: 'unavailable', expected: false };
}

function fromHttp(status: number): Answer {
  if (status === 413) return { status, error: 'too-large', expected: true };
  if (status === 429) return { status, error: 'too-many', expected: true };
  return { status, error: 'invalid-input', expected: true };
}
