import type { NextFunction, Request, Response } from 'express';

/**
 * A web page elsewhere can make its own host name point at this machine (DNS rebinding) and then speak to the
 * simulator as if it were its own server. Its requests still carry its name in Host: only ours pass.
 */
export function requireLoopbackHost(request: Request, response: Response, next: NextFunction): void {
  if (isLoopbackAuthority(request.headers.host ?? '')) next();
  else response.status(403).json({ error: 'the simulator answers on this machine only' });
}

function isLoopbackAuthority(authority: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(authority);
}
