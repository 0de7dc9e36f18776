import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../support/fake-connector.ts';
import { type AppOnLoopback, startApp, type TeamsPerson } from './app-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const sofie = { aadObjectId: 'dd25dfd3-a5eb-5c34-8aeb-1689792aa9f3', name: 'Sofie Martinsson' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const words = (requests: readonly RecordedRequest[]) => JSON.stringify(requests.map(({ body }) => body));

async function say(person: TeamsPerson, text: string): Promise<readonly RecordedRequest[]> {
  const before = app.mark();
  await app.post(person, 'personal-message', { text });
  return app.said(person, before);
}

describe('after an answer', () => {
  it('a question about it is answered from the note, with the buttons of the advice', async () => {
    await say(hanna, 'projektorn i lekhallen visar bara svart bild');
    const told = await say(hanna, 'jag hittar inte fjärrkontrollen');
    expect(words(told)).toContain('tygfickan bakom gardinen');
    expect(words(told)).not.toContain('Windows + P');
    const card = told.find(({ body }) => findAction(body, 'not-solved') !== null)?.body;
    expect(findAction(card, 'talk-to-person')).not.toBeNull();
    expect(words(await say(hanna, 'hur gör jag det?'))).toContain('Steg 1 av 4');

    const before = app.mark();
    const value = pressValue(card, 'talk-to-person');
    expect((await app.post(hanna, 'execute-press', { value })).status).toBe(200);
    expect(words(app.said(hanna, before))).toContain('Karin Lind');
  });

  it('what the note does not tell is said so, and given to a person when the offer is taken', async () => {
    await say(amina, 'skrivaren i personalrummet blinkar orange');
    expect(words(await say(amina, 'vilken nyckel?'))).toContain('svarar inte på det');
    expect(words(await say(amina, 'var är kvittot?'))).toContain('Vill du att jag frågar någon');
    expect(words(await say(amina, 'ja tack'))).toContain('Karin Lind');
  });

  it('“ok, I try” is no matter of its own', async () => {
    await say(sofie, 'dokumentkameran i NO-salen visar ingen bild');
    expect(words(await say(sofie, 'ok provar'))).toContain('Skriv hur det går');
    expect(words(await say(sofie, 'nu funkar det'))).toContain('löste sig');
  });
});

describe('an open case', () => {
  it('is raised when it becomes urgent: the requester reads who was told, and who has it reads how much', async () => {
    await app.post(karin, 'installation-add');
    await say(hanna, 'plattan har gått sönder, glaset är krossat');
    const before = app.mark();
    const raised = await say(hanna, 'det är bråttom nu, 30 barn väntar');
    expect(words(raised)).toContain('mer brådskande');
    expect(words(raised)).toContain('Karin Lind har fått frågan');
    expect(words(app.said(karin, before))).toContain('Prioriteten är höjd');
    expect(words(await say(hanna, 'skynda er'))).toContain('redan i ärendet');
  });
});
