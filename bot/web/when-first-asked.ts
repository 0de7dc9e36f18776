import type { RequestHandler } from 'express';

/** A handler that is made when somebody first asks. What failed to be made is tried again for the next who asks. */
export function whenFirstAsked(make: () => Promise<RequestHandler>): RequestHandler {
  let made: Promise<RequestHandler> | null = null;
  return (request, response, next) => {
    made ??= make();
    made.then(
      (handler) => handler(request, response, next),
      (error: unknown) => {
        made = null;
        next(error);
      },
    );
  };
}
