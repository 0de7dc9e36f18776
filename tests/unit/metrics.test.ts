import type { Server } from 'node:http';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics, createMetricsRoute, type MetricsSources } from '#bot/web/metrics.ts';

let server: Server | null = null;
afterEach(() => server?.close());

const call = {
  purpose: 'compose',
  outcome: 'ok',
  tokensIn: 100,
  tokensOut: 20,
  cost: 0.25,
  firstTokenAfter: 300,
  took: 900,
};

async function start(token: string | null = null, sources: MetricsSources = {}) {
  const metrics = createMetrics(sources);
  const app = express().get('/metrics', createMetricsRoute(metrics, token));
  const running = app.listen(0, '127.0.0.1');
  server = running;
  await new Promise((resolve) => running.once('listening', resolve));
  const address = running.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const get = async (headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    return { status: response.status, text: await response.text() };
  };
  return { metrics, get };
}

describe('what the process counts', () => {
  it('is calls, tokens, cost and time of the language model, by purpose', async () => {
    const { metrics, get } = await start();
    metrics.called(call);
    metrics.called({ ...call, outcome: 'later', tokensOut: 0, cost: 0, firstTokenAfter: null });
    const { text } = await get();
    expect(text).toContain('vaktis_model_calls_total{purpose="compose",outcome="ok"} 1');
    expect(text).toContain('vaktis_model_calls_total{purpose="compose",outcome="later"} 1');
    expect(text).toContain('vaktis_model_tokens_total{purpose="compose",direction="in"} 200');
    expect(text).toContain('vaktis_model_cost_total{purpose="compose"} 0.25');
    expect(text).toContain('vaktis_model_first_token_seconds_count{purpose="compose"} 1');
  });

  it('is what a case cost, from the record', async () => {
    const { get } = await start(null, { modelCosts: async () => ({ cases: 4, cost: 1 }) });
    expect((await get()).text).toContain('vaktis_model_cost_per_case 0.25');
  });

  it('is shown though the record cannot be read', async () => {
    const modelCosts = async () => {
      throw new Error('no database');
    };
    const { get } = await start(null, { modelCosts });
    expect((await get()).text).toContain('vaktis_model_cost_per_case 0');
  });

  it('is for this machine, not for what a proxy passes on', async () => {
    const { get } = await start();
    expect((await get()).status).toBe(200);
    expect((await get({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
  });

  it('is for whoever has the token, where one is set', async () => {
    const { get } = await start('a-token-of-some-length');
    expect((await get()).status).toBe(403);
    expect((await get({ authorization: 'Bearer a-token-of-some-lengtH' })).status).toBe(403);
    expect((await get({ authorization: 'Bearer a-token-of-some-length' })).status).toBe(200);
  });
});
