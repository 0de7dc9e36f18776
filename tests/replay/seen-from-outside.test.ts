import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openTracing } from '#adapters/tracing/open-tracing.ts';
import { createLogger } from '#bot/logger.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { patient } from '../support/patient.ts';
import { mondayMorning } from '../support/talk.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };
const words = 'projektorn i lekhallen är svart';

const Line = z.looseObject({ msg: z.string(), trail: z.string().optional(), trace: z.string().optional() });
type Line = z.infer<typeof Line>;

const lines: Line[] = [];
let raw = '';
const logger = createLogger('debug', {
  write(text: string) {
    raw += text;
    lines.push(Line.parse(JSON.parse(text)));
  },
});

/** What is due within the morning is due now; what comes round by itself is not. */
const start = Date.parse(mondayMorning);
const clock = {
  now: () => new Date(start),
  set: () => {},
  toMachineTime: (at: Date) =>
    at.getTime() - start < 6 * 3_600_000 ? new Date(0) : new Date(Date.now() + 1e9),
};

let receiver: OtlpReceiver;
let app: AppOnLoopback;
let handingOver: readonly Line[];
const metrics = createMetrics();

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  const tracing = openTracing({ endpoint: receiver.url, headers: {}, serviceName: 'vaktis' });
  app = await startApp({
    logger,
    tracing,
    clock,
    newId: () => crypto.randomUUID(),
    runsJobs: true,
    metrics: { metrics, token: null },
  });
  handingOver = await tellStory();
  const trailOf = handingOver[0]?.trail;
  const isEscalation = ({ job, trail }: Line) => job === 'escalate' && trail === trailOf;
  await vi.waitUntil(() => lines.some(isEscalation), patient);
  await app.close();
  await tracing.close();
});
afterAll(() => receiver?.close());

/** @returns what the log says of the turn that handed over. */
async function tellStory(): Promise<readonly Line[]> {
  await app.post(karin, 'installation-add');
  await app.post(hanna, 'personal-message', { text: words });
  const mark = app.mark();
  const offer = () => app.said(karin, mark).find(({ body }) => findAction(body, 'accept') !== null);
  let from = 0;
  for (let tried = 0; offer() === undefined && tried < 4; tried++) {
    const advice = app.said(hanna).findLast(({ body }) => findAction(body, 'not-solved') !== null);
    from = lines.length;
    await app.post(hanna, 'execute-press', { value: pressValue(advice?.body, 'not-solved') });
  }
  const mine = lines.slice(from).find(({ msg }) => msg === 'turn')?.trail;
  return lines.filter(({ trail }) => trail !== undefined && trail === mine);
}

describe('the log of a story', () => {
  it('says in every line what it belongs to', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ trail }) => trail === undefined).map(({ msg }) => msg)).toEqual([]);
  });

  it('has one id from the activity to the deliveries', () => {
    const told = handingOver.map(({ msg }) => msg);
    expect(told).toEqual(expect.arrayContaining(['request', 'turn', 'sent']));
    const turn = handingOver.find(({ msg }) => msg === 'turn');
    expect(turn).toMatchObject({ turn: 'press', activityId: expect.any(String), caseId: expect.any(String) });
    expect(handingOver.filter(({ msg }) => msg === 'sent').map(({ reply }) => reply)).toContain('case-card');
  });

  it('has it in the jobs too, however much later they run', () => {
    const turn = handingOver.find(({ msg }) => msg === 'turn');
    const jobs = lines.filter(({ msg, trail }) => msg === 'job' && trail === turn?.trail);
    expect(jobs.map(({ job }) => job)).toContain('escalate');
    for (const job of jobs) expect(job.caseId).toBe(turn?.caseId);
  });

  it('holds nothing that was written, and nobody', () => {
    for (const secret of [words, 'projektor', 'Hanna', 'Nilsson', 'Karin', hanna.aadObjectId, '@'])
      expect(raw).not.toContain(secret);
  });
});

describe('the trace of a story', () => {
  const traceOf = () => {
    const trace = handingOver.find(({ msg }) => msg === 'sent')?.trace;
    return receiver.spans.filter(({ traceId }) => traceId === trace);
  };

  it('is one, from message to card, as the collector sees it', () => {
    expect(new Set(receiver.paths)).toEqual(new Set(['/v1/traces']));
    const spans = traceOf();
    const names = spans.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['turn', 'database write', 'delivery', 'HTTP POST', 'job escalate']),
    );
    const roots = spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(roots.map(({ name }) => name)).toEqual(['turn']);
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(spans.filter(({ parentSpanId }) => parentSpanId && !ids.has(parentSpanId))).toEqual([]);
  });

  it('puts each thing under what caused it', () => {
    const spans = traceOf();
    const parentOf = (name: string) =>
      new Set(
        spans
          .filter((span) => span.name === name)
          .map(({ parentSpanId }) => spans.find(({ spanId }) => spanId === parentSpanId)?.name),
      );
    expect(parentOf('HTTP POST')).toContain('delivery');
    expect(parentOf('delivery')).toContain('turn');
    expect(parentOf('job escalate')).toEqual(new Set(['database write']));
  });

  it('shows the triage of a message', () => {
    const triages = receiver.spans.filter(({ name }) => name === 'triage');
    const turns = new Set(receiver.spans.filter(({ name }) => name === 'turn').map(({ traceId }) => traceId));
    expect(triages.length).toBeGreaterThan(0);
    for (const { traceId } of triages) expect(turns).toContain(traceId);
  });

  it('has the log’s id, and no texts, names or addresses', () => {
    const attributes = traceOf().flatMap((span) => span.attributes);
    const trails = attributes
      .filter(({ key }) => key === 'vaktis.trail')
      .map(({ value }) => value.stringValue);
    expect(new Set(trails)).toEqual(new Set([handingOver[0]?.trail]));
    for (const secret of [words, 'lekhallen', 'Hanna', 'Karin', hanna.aadObjectId, '@', 'conversations'])
      expect(receiver.bodies.join('\n')).not.toContain(secret);
  });
});

describe('the figures of a story', () => {
  it('are turns with their time to the final reply, deliveries and jobs', async () => {
    const text = await metrics.registry.metrics();
    expect(text).toMatch(/vaktis_turn_seconds_count\{kind="message"\} [1-9]/);
    expect(text).toMatch(/vaktis_turn_seconds_count\{kind="press"\} [1-9]/);
    expect(text).toMatch(/vaktis_turns_total\{kind="message",outcome="answer"\} 1/);
    expect(text).toMatch(/vaktis_deliveries_sent_total [1-9]/);
    expect(text).toMatch(/vaktis_jobs_total\{job="escalate",outcome="done"\} [1-9]/);
    expect(text).toMatch(/vaktis_http_requests_total\{route="messages",status="2xx"\} [1-9]/);
  });
});

describe('the code that a person is told when something goes wrong', () => {
  it('finds the log', async () => {
    const from = lines.length;
    const broken = async () => Promise.reject(new Error('away'));
    const failing = await startApp({
      logger,
      newId: () => crypto.randomUUID(),
      meaning: { prepare: broken, around: (loaded) => loaded },
    });
    await failing.post(hanna, 'personal-message', { text: words });
    const said = JSON.stringify(failing.said(hanna).map(({ body }) => body));
    await failing.close();
    const code = /Uppge ([0-9a-f]{8})/.exec(said)?.[1];
    expect(code).toBeDefined();
    const found = lines.slice(from).filter(({ trail }) => trail?.startsWith(code ?? '-'));
    expect(found.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['message failed', 'request']));
  });
});
