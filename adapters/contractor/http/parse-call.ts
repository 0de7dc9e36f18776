import type { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';

/** A call's body, when it has the form that is expected. @throws InvalidInput */
export function parseCall<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  const call = schema.safeParse(parseJson(body));
  if (call.success) return call.data;
  throw new InvalidInput('the call has not the form that the connector’s README shows');
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
