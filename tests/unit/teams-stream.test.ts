import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { mapConnectorFailure } from '#bot/channels/teams/connector-failure.ts';
import { streamReply } from '#bot/channels/teams/stream-reply.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Envelope } from '#bot/reply/reply.ts';

const envelope: Envelope = { language: 'sv', introduce: false, content: { kind: 'thanks' } };
const one = { text: 'Dra ur sladden.', cites: [1] };
const two = { text: 'Vänta en minut.', cites: [1] };

function notAllowed(message: string): Error {
  const body = JSON.stringify({ error: { code: 'ContentStreamNotAllowed', message } });
  return mapConnectorFailure({ status: 403, body, method: 'POST', retryAfter: null });
}

/** A chat whose clock the test moves, and whose next answers it decides. */
function start(answers: readonly (string | Error)[] = []) {
  const left = [...answers];
  const sent: Partial<Activity>[] = [];
  const updated: [Partial<Activity>, string][] = [];
  const whole: Envelope[] = [];
  const timers: { work: () => void; at: number }[] = [];
  let time = 0;
  const stream = streamReply({
    send: async (activity) => {
      sent.push(activity);
      const answer = left.shift() ?? 'stream-1';
      if (answer instanceof Error) throw answer;
      return answer;
    },
    update: async (activity, id) => void updated.push([activity, id]),
    sendWhole: async (given) => {
      whole.push(given);
      return { activityId: 'whole-1' };
    },
    toFinal: (_envelope, shown) => ({ type: 'message', text: `slut ${shown.length}` }),
    write: (sentences) => sentences.map(({ text }) => text).join(' '),
    informing: 'Jag läser …',
    elapsed: () => time,
    later(work, milliseconds) {
      const timer = { work, at: time + milliseconds };
      timers.push(timer);
      return { cancel: () => void timers.splice(timers.indexOf(timer), 1) };
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    stream,
    sent,
    updated,
    whole,
    settle,
    async later(milliseconds: number) {
      await settle();
      time += milliseconds;
      for (const timer of timers.filter(({ at }) => at <= time)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.work();
      }
      await settle();
    },
  };
}

const texts = (sent: readonly Partial<Activity>[]) => sent.map(({ text }) => text);
const infoOf = (activity: Partial<Activity> | undefined) => activity?.entities?.[0];

describe('a reply that grows', () => {
  it('says at once what is done', async () => {
    const { sent } = start();
    expect(sent).toMatchObject([{ type: 'typing', text: 'Jag läser …' }]);
    expect(infoOf(sent[0])).toEqual({ type: 'streaminfo', streamType: 'informative', streamSequence: 1 });
    expect(sent[0]?.channelData).toEqual({ streamType: 'informative', streamSequence: 1 });
  });

  it('gathers what comes, and sends all of it every second and a half', async () => {
    const { stream, sent, later } = start();
    stream.show([one]);
    await later(1_000);
    expect(sent).toHaveLength(1);
    stream.show([one, two]);
    await later(500);
    expect(texts(sent)).toEqual(['Jag läser …', 'Dra ur sladden. Vänta en minut.']);
    expect(infoOf(sent[1])).toEqual({
      type: 'streaminfo',
      streamId: 'stream-1',
      streamType: 'streaming',
      streamSequence: 2,
    });
  });

  it('ends with the whole, without a sequence', async () => {
    const { stream, sent } = start();
    expect(await stream.end(envelope)).toEqual({ activityId: 'stream-1' });
    expect(sent.at(-1)).toMatchObject({ type: 'message', text: 'slut 0' });
    expect(infoOf(sent.at(-1))).toEqual({ type: 'streaminfo', streamId: 'stream-1', streamType: 'final' });
  });

  it('leaves an update out that Teams has no room for: the next holds it too', async () => {
    const busy = new OutsideSystemFailed('429', { retryable: true });
    const { stream, sent, later } = start(['stream-1', busy]);
    stream.show([one]);
    await later(1_500);
    stream.show([one, two]);
    await later(1_500);
    expect(texts(sent).at(-1)).toBe('Dra ur sladden. Vänta en minut.');
    expect(await stream.end(envelope)).toEqual({ activityId: 'stream-1' });
  });

  it('is sent whole when its beginning fails', async () => {
    const { stream, whole, sent } = start([new OutsideSystemFailed('no', { retryable: true })]);
    stream.show([one]);
    expect(await stream.end(envelope)).toEqual({ activityId: 'whole-1' });
    expect(whole).toEqual([envelope]);
    expect(sent).toHaveLength(1);
  });

  it('stays as it is when its reader stopped it', async () => {
    const stopped = notAllowed('Content stream was cancelled by user');
    const { stream, sent, whole, updated, later } = start(['stream-1', stopped]);
    stream.show([one]);
    await later(1_500);
    expect(await stream.end(envelope)).toEqual({ activityId: 'stream-1' });
    expect([sent.length, whole.length, updated.length]).toEqual([2, 0, 0]);
  });

  it('becomes an ordinary message when its time was over', async () => {
    const over = notAllowed('message exceeded streaming time');
    const { stream, updated, later } = start(['stream-1', over]);
    stream.show([one]);
    await later(1_500);
    expect(await stream.end(envelope)).toEqual({ activityId: 'stream-1' });
    expect(updated).toMatchObject([[{ text: 'slut 0' }, 'stream-1']]);
  });

  it('becomes an ordinary message when only its end came too late', async () => {
    const { stream, updated } = start(['stream-1', notAllowed('message exceeded streaming time')]);
    expect(await stream.end(envelope)).toEqual({ activityId: 'stream-1' });
    expect(updated).toHaveLength(1);
  });

  it('is the outbox’s to send again when its end fails in passing', async () => {
    const { stream } = start(['stream-1', new OutsideSystemFailed('503', { retryable: true })]);
    await expect(stream.end(envelope)).rejects.toThrow('503');
  });
});
