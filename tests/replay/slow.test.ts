import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import { createLogger } from '#bot/logger.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { patient } from '../support/patient.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { noon, startBot } from './bot-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';
import { connectorOfAllTests } from './teams-side.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

describe('while Teams is slow to take messages', () => {
  let app: AppOnLoopback;
  let release: () => void = () => undefined;
  beforeAll(async () => {
    app = await startApp({ patience: 30 });
    await app.post(karin, 'installation-add');
    await app.post(hanna, 'installation-add');
  });
  afterEach(() => release());
  afterAll(() => app?.close());

  /** The next so many messages are taken, but the answer waits until it is released. */
  const stall = (messages: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    release = resolve;
    app.connector.script(...Array.from({ length: messages }, () => ({ after: promise })));
  };

  it('a message is answered, and its reply comes once', async () => {
    stall(1);
    const before = app.mark();
    const answer = await app.post(amina, 'personal-message', { text: 'Hej' });
    expect(answer.status).toBe(200);
    release();
    await app.post(amina, 'personal-message', { text: 'Tack' });
    await vi.waitFor(() => expect(app.said(amina, before)).toHaveLength(2), patient);
    expect(JSON.stringify(app.said(amina, before)[0]?.body)).toContain('robot');
  });

  it('what is said meanwhile waits for its turn', async () => {
    stall(1);
    const before = app.mark();
    await app.post(amina, 'personal-message', { text: 'Hej' });
    await app.post(amina, 'personal-message', { text: 'Tack' });
    await expect.poll(() => app.said(amina, before).length).toBeGreaterThan(0);
    expect(app.said(amina, before)).toHaveLength(1);
    release();
    await vi.waitFor(() => expect(app.said(amina, before)).toHaveLength(2), patient);
    expect(JSON.stringify(app.said(amina, before)[1]?.body)).toContain('Varsågod');
  });

  it('a press is answered with the changed card, and the requester hears of it later', async () => {
    const begin = app.mark();
    await app.post(hanna, 'personal-message', { text: 'Projektorn i lekhallen på Solrosen är svart' });
    await app.post(hanna, 'personal-message', { text: 'Jag vill prata med en människa' });
    const isOffer = () => app.said(karin, begin).find(({ body }) => findAction(body, 'accept'));
    const offer = await vi.waitFor(() => {
      const found = isOffer();
      if (!found) throw new Error('no card yet');
      return found.body;
    }, patient);
    stall(2);
    const before = app.mark();
    const accepted = await app.post(karin, 'execute-press', { value: pressValue(offer, 'accept') });
    expect(accepted).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect(findAction(accepted.body, 'on-site')).not.toBeNull();
    release();
    await vi.waitFor(() => expect(JSON.stringify(app.said(hanna, before))).toContain('Karin Lind'), patient);
  });

  it('nobody else waits', async () => {
    stall(1);
    const before = app.mark();
    await app.post(amina, 'personal-message', { text: 'Hej' });
    await expect.poll(() => app.said(amina, before)).toHaveLength(1);
    await app.post(hanna, 'personal-message', { text: 'Hej' });
    await expect.poll(() => app.said(hanna, before)).toHaveLength(1);
  });
});

describe('when the work itself takes long', () => {
  const { connector, build } = connectorOfAllTests();

  const deadlines = { pressAnswered: 20, messageAnswered: 20 };
  const taken: Envelope = { language: 'sv', introduce: false, content: { kind: 'help' } };
  const render = (envelope: Envelope) => renderReply(envelope, { timezone: 'UTC', now: noon });
  type Result = Pick<TurnResult, 'pressAnswer' | 'replies'>;

  it('shows that it types until it is done, and nothing when it is done at once', async () => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const slow = await startBot({ receive: () => promise, deadlines: { typing: 5 } });
    const before = connector().requests.length;
    const answered = slow.post(build('personal-message'));
    await vi.waitFor(() => expect(connector().requests.length).toBeGreaterThan(before), patient);
    expect(connector().requests[before]?.body.type).toBe('typing');
    resolve({ pressAnswer: null, replies: [] });
    await answered;
    await slow.close();
    const quick = await startBot({ deadlines: { typing: 60_000 } });
    const between = connector().requests.length;
    await quick.post(build('personal-message'));
    await quick.close();
    expect(connector().requests).toHaveLength(between);
  });

  it('a press is told so in time, and its card is replaced when the work is done', async () => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const bot = await startBot({ receive: () => promise, deadlines, render });
    const before = connector().sent().length;
    const { body } = await bot.post(build('execute-press'));
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('längre än vanligt'),
    });
    resolve({ pressAnswer: taken, replies: [] });
    await bot.channel.idle();
    expect(connector().sent().slice(before)).toHaveLength(1);
    await bot.close();
  });

  it('a message is answered before Teams sends it again', async () => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const bot = await startBot({ receive: () => promise, deadlines });
    expect((await bot.post(build('personal-message'))).status).toBe(200);
    resolve({ pressAnswer: null, replies: [] });
    await bot.close();
  });

  it('the person hears of it when it fails after all', async () => {
    const { promise, reject } = Promise.withResolvers<Result>();
    const bot = await startBot({ receive: () => promise, deadlines });
    const before = connector().sent().length;
    await bot.post(build('personal-message'));
    reject(new Error('password=hunter2'));
    await bot.channel.idle();
    const said = JSON.stringify(connector().sent().slice(before));
    expect(said).toContain('R-1');
    expect(said).not.toContain('hunter2');
    await bot.close();
  });

  describe('a process that may die at any time', () => {
    const keptWith = (steps: string[]) => async () => ({ release: async () => void steps.push('released') });

    it('keeps a message before Teams is told that it was taken', async () => {
      const steps: string[] = [];
      const { promise, resolve } = Promise.withResolvers<Result>();
      const kept = Promise.withResolvers<void>();
      const keepSafe = async () => kept.promise.then(keptWith(steps));
      const bot = await startBot({ receive: () => promise, deadlines, keepSafe });
      const answered = bot.post(build('personal-message')).then(({ status }) => steps.push(`${status}`));
      kept.promise.then(() => steps.push('kept'));
      kept.resolve();
      await answered;
      expect(steps).toEqual(['kept', '200']);
      resolve({ pressAnswer: null, replies: [] });
      await bot.channel.idle();
      expect(steps).toEqual(['kept', '200', 'released']);
      await bot.close();
    });

    it('does not tell Teams so when it could not be kept: then Teams sends it again', async () => {
      const steps: string[] = [];
      const { promise, resolve } = Promise.withResolvers<Result>();
      const tried = Promise.withResolvers<void>();
      const keepSafe = async () => {
        tried.resolve();
        return null;
      };
      const bot = await startBot({ receive: () => promise, deadlines, keepSafe });
      const answered = bot.post(build('personal-message')).then(({ status }) => steps.push(`${status}`));
      await tried.promise;
      steps.push('done');
      resolve({ pressAnswer: null, replies: [] });
      await answered;
      expect(steps).toEqual(['done', '200']);
      await bot.close();
    });

    it('says of a kept one that failed nothing yet: it is taken up again', async () => {
      const steps: string[] = [];
      const { promise, reject } = Promise.withResolvers<Result>();
      const bot = await startBot({ receive: () => promise, deadlines, keepSafe: keptWith(steps) });
      const before = connector().sent().length;
      await bot.post(build('personal-message'));
      reject(new Error('away'));
      await bot.channel.idle();
      expect(steps).toEqual(['released']);
      expect(connector().sent().slice(before)).toEqual([]);
      await bot.close();
    });

    describe('that promised an answer to a press', () => {
      /** Teams refuses it so, which no send repeats by itself. @returns what was sent, and the pauses between. */
      const bring = async (...refused: readonly number[]) => {
        const { promise, resolve } = Promise.withResolvers<Result>();
        const pauses: number[] = [];
        const logged: string[] = [];
        const logger = createLogger('warn', { write: (line: string) => void logged.push(line) });
        const wait = async (milliseconds: number) => void pauses.push(milliseconds);
        const bot = await startBot({
          receive: () => promise,
          deadlines,
          render,
          keepSafe: keptWith([]),
          wait,
          logger,
        });
        const before = connector().sent().length;
        const { body } = await bot.post(build('execute-press'));
        expect(JSON.stringify(body)).toContain('längre än vanligt');
        connector().script(...refused.map((status) => ({ status, body: {} })));
        resolve({ pressAnswer: taken, replies: [] });
        await bot.channel.idle();
        await bot.close();
        return { sent: connector().sent().slice(before), pauses, logged: logged.join('') };
      };

      it('brings it as soon as Teams takes it, the same each time, in its card’s place', async () => {
        const { sent, pauses, logged } = await bring(401, 401, 401);
        expect(pauses).toEqual([2_000, 5_000, 10_000]);
        expect(sent).toHaveLength(4);
        expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
        expect(sent.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual(
          sent.map(() => ['PUT', '1795424399000']),
        );
        expect(logged).not.toContain('later work failed');
      });

      it('stops asking in the end, and says so in the log', async () => {
        const { sent, pauses, logged } = await bring(401, 401, 401, 401, 401);
        expect(pauses).toEqual([2_000, 5_000, 10_000, 20_000]);
        expect(sent).toHaveLength(5);
        expect(logged).toContain('later work failed');
      });

      it('does not ask again where Teams will never take it', async () => {
        const { sent, pauses, logged } = await bring(403);
        expect([sent.length, pauses]).toEqual([1, []]);
        expect(logged).toContain('later work failed');
      });
    });

    describe('and could not do what it was asked for', () => {
      /** @returns what the message was answered with, what was sent, and the pauses between. */
      const fail = async (...refused: readonly number[]) => {
        const pauses: number[] = [];
        const bot = await startBot({
          receive: () => Promise.reject(new Error('away')),
          wait: async (milliseconds) => void pauses.push(milliseconds),
        });
        const before = connector().sent().length;
        connector().script(...refused.map((status) => ({ status, body: {} })));
        const { status } = await bot.post(build('personal-message'));
        await bot.close();
        return { status, sent: connector().sent().slice(before).length, pauses };
      };

      it('tells Teams that it was taken once the person knows that it failed', async () => {
        expect(await fail(401, 401)).toEqual({ status: 200, sent: 3, pauses: [2_000, 5_000] });
      });

      it('has it sent again when the person cannot be told', async () => {
        expect(await fail(401, 401, 401, 401, 401)).toMatchObject({ status: 500, sent: 5 });
      });
    });

    it('promises no answer to a press that it could not keep, but asks for another try', async () => {
      const { promise, resolve } = Promise.withResolvers<Result>();
      const keepSafe = async () => null;
      const bot = await startBot({ receive: () => promise, deadlines, keepSafe });
      const { body } = await bot.post(build('execute-press'));
      expect(JSON.stringify(body)).not.toContain('längre än vanligt');
      expect(JSON.stringify(body)).toContain('Försök');
      resolve({ pressAnswer: null, replies: [] });
      await bot.close();
    });
  });
});
