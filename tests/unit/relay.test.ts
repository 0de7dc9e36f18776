import { beforeAll, describe, expect, it } from 'vitest';
import type { AttachmentName } from '#bot/handoff/case.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { loadDesk, reply, startTalk, type Talk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const karin = 'karin.lind@ekbacken.example';
const photo = (id: string): AttachmentName => ({ name: `${id}.jpg`, contentType: 'image/jpeg', id, size: 9 });
let desk: LoadedDesk;
beforeAll(async () => {
  desk = await loadDesk();
});

async function taken(): Promise<{ talk: Talk; id: string }> {
  const talk = startTalk(desk, { from: hanna });
  const opened = await talk.say('Projektorn i lekhallen är svart, jag vill prata med en människa');
  const id = opened.caseId ?? '';
  await talk.press({ verb: 'accept', caseId: id }, { from: karin });
  return { talk, id };
}

const toldTo = (talk: Talk, upn: string): Reply[] =>
  [...talk.memory.deliveries.values()].flatMap(({ target, content }) =>
    target.kind === 'person' && target.upn === upn && content.kind === 'reply'
      ? [content.envelope.content]
      : [],
  );

describe('between a technician and the requester', () => {
  it('a photograph by the technician reaches the requester, and is in the case', async () => {
    const { talk, id } = await taken();
    const turn = await talk.say('är det det här uttaget?', { from: karin, attachments: [photo('uttaget')] });
    expect(reply(turn, 'relayed-to-requester').to).toBe('Hanna Nilsson');
    expect(toldTo(talk, hanna).at(-1)).toMatchObject({
      kind: 'case-notice',
      notice: {
        event: 'message',
        text: 'är det det här uttaget?',
        files: [{ name: 'uttaget.jpg', id: 'uttaget' }],
      },
    });
    const { packet } = talk.memory.cases.get(id) ?? {};
    expect(packet?.attachments.map(({ name }) => name)).toEqual(['uttaget.jpg']);
    expect(packet?.dialogue.at(-1)).toMatchObject({ who: 'technician', text: 'är det det här uttaget?' });
  });

  it('a photograph in answer reaches the technician', async () => {
    const { talk, id } = await taken();
    await talk.press({ verb: 'ask-requester', caseId: id, text: 'Hur ser lampan ut?' }, { from: karin });
    await talk.say('så här', { attachments: [photo('lampan')] });
    expect(toldTo(talk, karin).at(-1)).toMatchObject({
      kind: 'case-message',
      text: expect.stringContaining('så här'),
      files: [{ name: 'lampan.jpg', id: 'lampan' }],
    });
    expect(talk.memory.cases.get(id)?.state).toBe('in-progress');
  });

  it('words with the case’s number go there', async () => {
    const { talk, id } = await taken();
    const number = talk.memory.cases.get(id)?.number ?? '';
    await talk.say(`${number}: jag tar med en ny kabel`, { from: karin });
    expect(toldTo(talk, hanna).at(-1)).toMatchObject({
      notice: { event: 'message', text: 'jag tar med en ny kabel' },
    });
  });

  it('a technician’s own trouble is a report of their own', async () => {
    const { talk } = await taken();
    const turn = await talk.say('min egen skrivare på kontoret blinkar rött och skriver inte ut', {
      from: karin,
      attachments: [photo('skrivaren')],
    });
    expect(turn.replies.map(({ content }) => content.kind)).not.toContain('relayed-to-requester');
  });

  it('somebody else’s case is not written into', async () => {
    const { talk, id } = await taken();
    const number = talk.memory.cases.get(id)?.number ?? '';
    const before = toldTo(talk, hanna).length;
    await talk.say(`${number}: hej`, { from: 'omar.haddad@ekbacken.example' });
    expect(toldTo(talk, hanna)).toHaveLength(before);
  });
});
