import { describe, expect, it } from 'vitest';
import { createStreams } from '#bot/channels/simulator/streams.ts';

function start() {
  let time = 0;
  let count = 0;
  const streams = createStreams({
    newId: () => {
      count += 1;
      return `stream-${count}`;
    },
    elapsed: () => time,
  });
  const info = (fields: object) => [{ type: 'streaminfo', ...fields }];
  return {
    later: (milliseconds: number) => {
      time += milliseconds;
    },
    begin: (chat = 'hanna', text = 'Jag läser …', streamSequence = 1) =>
      streams.take(chat, {
        type: 'typing',
        text,
        entities: info({ streamType: 'informative', streamSequence }),
      }),
    grow: (text: string, streamSequence: number, more: object = {}, streamId = 'stream-1') =>
      streams.take('hanna', {
        type: 'typing',
        text,
        entities: info({ streamType: 'streaming', streamSequence, streamId }),
        ...more,
      }),
    end: (text: string, more: object = {}, streamId = 'stream-1') =>
      streams.take('hanna', {
        type: 'message',
        text,
        entities: info({ streamType: 'final', streamId, ...more }),
      }),
    take: streams.take,
  };
}

const refusal = (step: ReturnType<ReturnType<typeof start>['begin']>) =>
  step.kind === 'refused' ? `${step.refusal.status} ${step.refusal.code} ${step.refusal.detail}` : step.kind;

describe('a streamed message, as the simulator takes it', () => {
  it('begins, grows and ends', () => {
    const { begin, grow, end, later } = start();
    expect(begin()).toEqual({ kind: 'begun', id: 'stream-1', informs: true });
    later(1_500);
    expect(grow('Dra ur', 2)).toEqual({ kind: 'grown', id: 'stream-1', informs: false });
    later(1_500);
    expect(grow('Dra ur sladden.', 3).kind).toBe('grown');
    expect(end('Dra ur sladden. Vänta.').kind).toBe('ended');
  });

  it('leaves messages and signs of typing without stream alone', () => {
    expect(start().take('hanna', { type: 'typing' })).toEqual({ kind: 'none' });
    expect(start().take('hanna', { type: 'message', text: 'Hej' })).toEqual({ kind: 'none' });
  });

  type Chat = ReturnType<typeof start>;
  type Act = (chat: Chat) => unknown;
  const begin: Act = (chat) => chat.begin();
  const wait: Act = (chat) => chat.later(2_000);
  const cases: readonly (readonly [
    string,
    readonly Act[],
    (chat: Chat) => ReturnType<Chat['begin']>,
    string,
  ])[] = [
    ['a second stream in one chat', [begin], (chat) => chat.begin(), '403'],
    ['a stream in another chat', [begin], (chat) => chat.begin('omar'), 'begun'],
    ['a sequence that does not begin with 1', [], (chat) => chat.begin('hanna', 'x', 2), '400'],
    ['an informative text that is long', [], (chat) => chat.begin('hanna', 'x'.repeat(1_001)), '400'],
    ['a sequence that does not grow', [begin, wait], (chat) => chat.grow('x', 1), '400'],
    ['updates too close together', [begin, (chat) => chat.later(500)], (chat) => chat.grow('x', 2), '429'],
    [
      'a card in the middle',
      [begin, wait],
      (chat) => chat.grow('x', 2, { attachments: [{ contentType: 'x' }] }),
      '400',
    ],
    [
      'a text that takes back what was said',
      [begin, wait, (chat) => chat.grow('Dra ur', 2), wait],
      (chat) => chat.grow('Vänta', 3),
      '400',
    ],
    ['an end with a sequence', [begin], (chat) => chat.end('x', { streamSequence: 2 }), '400'],
    ['an end without text', [begin], (chat) => chat.end(''), '400'],
    ['an end of what never began', [], (chat) => chat.end('x'), '403'],
    ['more after the end', [begin, (chat) => chat.end('x')], (chat) => chat.grow('x y', 3), '403'],
    [
      'a stream of more than two minutes',
      [begin, (chat) => chat.later(121_000)],
      (chat) => chat.grow('x', 2),
      'exceeded streaming time',
    ],
  ];
  it.each(cases)('answers to %s as Teams does', (_what, before, last, expected) => {
    const chat = start();
    for (const act of before) act(chat);
    expect(refusal(last(chat))).toContain(expected);
  });
});
