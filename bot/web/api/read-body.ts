import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Bytes, isBytes } from './bytes.ts';
import type { Route } from './define-route.ts';

const largestJson = 1024 * 1024;
const parsers = new WeakMap<Route, RequestHandler>();

/**
 * The body as it was sent: JSON, or Bytes. It is read only now, when who sends it is known to be allowed to.
 * @throws http-errors of the body parser: 413 too large, 415 another type, 400 not JSON.
 */
export async function readBody(route: Route, request: Request, response: Response): Promise<unknown> {
  if (route.body === undefined) return undefined;
  await run(parserOf(route), request, response);
  if (!isBytes(route.body)) return request.body;
  const type = request.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!Buffer.isBuffer(request.body)) throw Object.assign(new Error('wrong type'), { status: 415 });
  return { bytes: request.body, type } satisfies Bytes;
}

function parserOf(route: Route): RequestHandler {
  const known = parsers.get(route);
  if (known) return known;
  const made = isBytes(route.body)
    ? express.raw({ type: [...route.body.types], limit: route.body.largest })
    : express.json({ limit: route.largest ?? largestJson, strict: false });
  parsers.set(route, made);
  return made;
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  handler(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  return promise;
}
