import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebhookAlert } from '#adapters/alert/create-webhook-alert.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { AlertCall } from '#bot/handoff/alert.ts';
import { startWebhookServer, type TestWebhookServer } from '../support/webhook-server.ts';

const secret = 'sexton-tecken-minst';
const call: AlertCall = {
  phone: '070-000 00 10',
  text: 'Vaktis: kritiskt ärende VK-1042 på Förskolan Solrosen. Öppna Teams.',
  caseNumber: 'VK-1042',
  level: 'critical',
  key: 'offer-1.off-duty',
  at: new Date('2026-11-23T01:12:00Z'),
};

let server: TestWebhookServer;
beforeEach(async () => {
  server = await startWebhookServer(secret);
});
afterEach(() => server.close());

const alert = (changes: { url?: string; secret?: string; timeout?: number } = {}) =>
  createWebhookAlert({
    settings: { url: changes.url ?? server.url, secret: changes.secret ?? secret },
    fetch,
    timeout: changes.timeout ?? 60_000,
  });

async function failureOf(work: Promise<unknown>): Promise<OutsideSystemFailed> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof OutsideSystemFailed) return error;
  throw new Error(`it failed otherwise, or not at all: ${String(error)}`);
}

test('a call is one JSON object, signed over its bytes, with its key', async () => {
  await alert().raise(call);
  expect(server.acted).toEqual(['offer-1.off-duty']);
  const [posted] = server.posted;
  expect(posted?.method).toBe('POST');
  expect(posted?.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'offer-1.off-duty',
    'x-vaktis-signature': expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
  });
  expect(JSON.parse(posted?.body ?? '')).toEqual({ version: 1, ...call, at: '2026-11-23T01:12:00.000Z' });
});

test('a call under another secret is refused, for good', async () => {
  const failure = await failureOf(alert({ secret: 'ett-annat-som-ar-langt' }).raise(call));
  expect(failure).toMatchObject({
    retryable: false,
    message: "the alert's webhook answered 401",
  });
  expect(server.acted).toEqual([]);
});

test('the second try of a call that was cut is byte for byte the same, and acted on once', async () => {
  server.answer({ kind: 'cut' });
  expect(await failureOf(alert().raise(call))).toMatchObject({ retryable: true, ambiguous: true });
  await alert().raise(call);
  expect(server.posted).toHaveLength(2);
  expect(server.posted[0]?.body).toBe(server.posted[1]?.body);
  expect(server.acted).toHaveLength(1);
});

test('a receiver that says that it has the key already (409) has taken it', async () => {
  server.answer({ kind: 'status', status: 409 });
  await expect(alert().raise(call)).resolves.toBeUndefined();
});

describe('what can be tried again', () => {
  test.each([408, 425, 429, 500, 502, 503])('%i', async (status) => {
    server.answer({ kind: 'status', status });
    expect(await failureOf(alert().raise(call))).toMatchObject({ retryable: true, retryAfter: null });
  });

  test('is tried when the other side says, but within a minute', async () => {
    server.answer({ kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    expect((await failureOf(alert().raise(call))).retryAfter).toBe(7_000);
    server.answer({ kind: 'status', status: 503, headers: { 'retry-after': '86400' } });
    expect((await failureOf(alert().raise(call))).retryAfter).toBe(60_000);
    server.answer({ kind: 'status', status: 503, headers: { 'retry-after': 'snart' } });
    expect((await failureOf(alert().raise(call))).retryAfter).toBeNull();
  });

  test('silence ends by itself', async () => {
    server.answer({ kind: 'stall' });
    const failure = await failureOf(alert({ timeout: 100 }).raise(call));
    expect(failure).toMatchObject({ retryable: true, ambiguous: true });
    expect(failure.message).toContain('timeout');
  });

  test('nobody at the port', async () => {
    await server.close();
    const failure = await failureOf(alert().raise(call));
    expect(failure).toMatchObject({ retryable: true });
    expect(failure.message).toContain('ECONNREFUSED');
  });
});

describe('what is final', () => {
  test.each([400, 401, 403, 404, 410, 422])('%i', async (status) => {
    server.answer({ kind: 'status', status });
    expect(await failureOf(alert().raise(call))).toMatchObject({ retryable: false });
  });

  test('a redirect, which would take the number elsewhere', async () => {
    const elsewhere = await startWebhookServer(secret);
    server.answer({ kind: 'status', status: 307, headers: { location: elsewhere.url } });
    expect(await failureOf(alert().raise(call))).toMatchObject({ retryable: false });
    expect(elsewhere.posted).toEqual([]);
    await elsewhere.close();
  });
});

test('errors hold neither the secret, the number, the address nor the answer’s words', async () => {
  server.answer({ kind: 'status', status: 400 }, { kind: 'cut' });
  const failures = [await failureOf(alert().raise(call)), await failureOf(alert().raise(call))];
  const all = failures.map(({ message, stack, cause }) => JSON.stringify([message, stack, cause])).join();
  expect(all).not.toMatch(/sexton|070|127\.0\.0\.1|some words/);
});
