import type { RequestHandler } from 'express';

/** A process that is about to stop, and says so while it still serves. */
export type Retirement = {
  readonly retire: () => void;
  readonly isRetired: () => boolean;
  /** Asks the other side to open a new connection next time: one that is kept would lead back here. */
  readonly tell: RequestHandler;
};

export function createRetirement(): Retirement {
  let retired = false;
  return {
    retire() {
      retired = true;
    },
    isRetired: () => retired,
    tell(_request, response, next) {
      if (retired) response.set('Connection', 'close');
      next();
    },
  };
}
