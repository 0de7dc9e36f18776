import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActivity } from '#bot/channels/teams/parse-activity.ts';
import { buildActivity } from '../support/activities.ts';

const now = new Date('2026-11-24T12:00:00Z');
const names = [
  'personal-message',
  'edited',
  'deleted',
  'reaction',
  'thumbs-invoke',
  'pasted-image',
  'sent-file',
  'channel-mention',
  'installation-add',
  'execute-press',
];
const fields = [
  ...['id', 'text', 'value', 'replyToId', 'reactionsAdded', 'attachments', 'timestamp', 'action'],
  ...['channelData', 'conversation', 'from', 'entities', 'locale', 'name', 'membersAdded'],
];

describe('whatever is in the fields of an activity', () => {
  it('is parsed without an error, and what comes of it is bounded', () => {
    const change = fc.record({ field: fc.constantFrom(...fields), value: fc.anything() });
    const odd = fc.record({ name: fc.constantFrom(...names), changes: fc.array(change, { maxLength: 4 }) });
    fc.assert(
      fc.property(odd, ({ name, changes }) => {
        const overrides = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
        const parsed = parseActivity({ ...buildActivity(name), ...overrides }, now);
        if (parsed.kind === 'message') {
          expect(parsed.message.attachments.length).toBeLessThanOrEqual(20);
          expect(parsed.message.text.length).toBeLessThanOrEqual(20_000);
          expect(parsed.files.length).toBeLessThanOrEqual(20);
        }
        if (parsed.kind === 'feedback' && parsed.feedback) {
          expect(parsed.feedback.messageId).not.toBe('');
          expect((parsed.feedback.text ?? '').length).toBeLessThanOrEqual(2_000);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('deep inside feedback and attachments too', () => {
    const inside = fc.anything();
    fc.assert(
      fc.property(inside, inside, inside, (reaction, feedback, content) => {
        const value = { actionName: 'feedback', actionValue: { reaction, feedback } };
        parseActivity(buildActivity('thumbs-invoke', { value }), now);
        const attachments = [{ contentType: 'image/png', contentUrl: feedback, content, name: reaction }];
        parseActivity(buildActivity('pasted-image', { attachments }), now);
        parseActivity(buildActivity('reaction', { reactionsAdded: [reaction] }), now);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('when a message was said', () => {
  const atOf = (name: string, timestamp: string) => {
    const parsed = parseActivity(buildActivity(name, { timestamp, text: 'hej' }), now);
    return parsed.kind === 'message' ? parsed.message : null;
  };

  it('is what Teams says, also when that is a while ago', () => {
    expect(atOf('personal-message', '2026-11-24T11:59:00Z')?.at).toEqual(new Date('2026-11-24T11:59:00Z'));
  });

  it('is never in the future of this server, whose clock may be behind: a reply would be looked for only then', () => {
    expect(atOf('personal-message', '2026-11-24T12:07:00Z')?.at).toEqual(now);
  });

  it('does not make another message of an edit that comes twice', () => {
    const ahead = '2026-11-24T12:07:00Z';
    expect(atOf('edited', ahead)).toMatchObject({ at: now, id: expect.stringContaining(ahead.slice(0, 19)) });
  });
});
