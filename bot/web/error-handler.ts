import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { Logger } from '#bot/logger.ts';

/** http-errors, which Express's body parser throws. */
const HttpError = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() });

const sentences: Record<string, string> = {
  'entity.parse.failed': 'the body is not JSON',
  'entity.too.large': 'the body is too large',
  'encoding.unsupported': 'the encoding is not supported',
  'charset.unsupported': 'the character set is not supported',
};

/** The last word on what went wrong: JSON with a request id, never a stack or the fault's own text, which may quote the body. */
export function createErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const requestId = response.get('X-Request-Id');
    const known = HttpError.safeParse(error);
    if (known.success) {
      const { status, type } = known.data;
      response.status(status).json({ error: sentences[type ?? ''] ?? 'bad request', requestId });
      return;
    }
    logger.error({ requestId, kind: error instanceof Error ? error.name : typeof error }, 'request failed');
    response.status(500).json({ error: 'something went wrong', requestId });
  };
}
