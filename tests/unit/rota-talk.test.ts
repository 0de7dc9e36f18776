import { beforeAll, describe, expect, it } from 'vitest';
import { parseAbsence, readAbsence, saysBackAtWork } from '#bot/desk/parse-absence.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
/** A Monday. */
const now = new Date('2026-11-23T09:15:00+01:00');
const karin = 'karin.lind@ekbacken.example';
const omar = 'omar.haddad@ekbacken.example';
const hanna = 'hanna.nilsson@ekbacken.example';
let desk: LoadedDesk;
beforeAll(async () => {
  desk = await loadDesk();
});

describe('what a technician says of being away', () => {
  it.each([
    ['jag är sjuk idag', '2026-11-23', '2026-11-23', 'sjuk'],
    ['Jag är sjuk', '2026-11-23', '2026-11-23', 'sjuk'],
    ['sjuk imorgon', '2026-11-24', '2026-11-24', 'sjuk'],
    ['Jag vabbar idag', '2026-11-23', '2026-11-23', 'vab'],
    ['jag är ledig till och med fredag', '2026-11-23', '2026-11-27', 'ledig'],
    ['jag är ledig på fredag', '2026-11-27', '2026-11-27', 'ledig'],
    ['jag är sjuk resten av veckan', '2026-11-23', '2026-11-27', 'sjuk'],
    ['jag är borta tre dagar', '2026-11-23', '2026-11-25', 'ledig'],
    ['jag är borta mellan 10 och 12', '2026-11-23T09:00:00.000Z', '2026-11-23T11:00:00.000Z', 'ledig'],
    ['I am sick today', '2026-11-23', '2026-11-23', 'sjuk'],
  ])('“%s”', (words, from, to, reason) => {
    expect(parseAbsence(words, now, time)).toEqual({ from, to, reason });
  });

  it.each([
    'projektorn är sjuk',
    'min dator är helt borta',
    'jag är sjukt trött på den här skrivaren',
    'han är sjuk idag',
    'jag är på Solrosen idag',
    'jag kan inte logga in',
    'varför är jag borta ur mejllistan',
  ])('is not heard in “%s”', (words) => {
    expect(parseAbsence(words, now, time)).toBeNull();
  });

  it('is read from a press only when it is a period of ours that is not over', () => {
    expect(readAbsence('2026-11-23|2026-11-24|sjuk', now, time)?.reason).toBe('sjuk');
    for (const value of [
      '2026-11-20|2026-11-21|sjuk',
      '2026-11-24|2026-11-23|',
      'x|y|z',
      '',
      null,
      '2026-11-23|2027-11-23|',
    ])
      expect(readAbsence(value, now, time), String(value)).toBeNull();
  });

  it('hears that somebody is back', () => {
    expect(saysBackAtWork('Jag är tillbaka!')).toBe(true);
    expect(saysBackAtWork('projektorn är tillbaka')).toBe(false);
  });
});

describe('absence in the talk', () => {
  it('is asked once more, stored with one press, and the cases go to a colleague who is told', async () => {
    const talk = startTalk(desk, { from: hanna });
    await talk.say('Projektorn i lekhallen är svart, jag vill prata med en människa');
    const asked = await talk.say('jag är sjuk idag', { from: karin });
    const question = reply(asked, 'absence-question');
    expect(question.moves).toBe(1);
    const value = '2026-11-23|2026-11-23|sjuk';
    const pressed = await talk.press({ verb: 'confirm-absence', value }, { from: karin });
    expect(pressed.pressAnswer?.content).toMatchObject({
      kind: 'absence-kept',
      moved: [{ to: 'Omar Haddad' }],
    });
    expect(talk.memory.technicians.get(karin)?.absences.at(-1)).toEqual({
      from: '2026-11-23',
      to: '2026-11-23',
      reason: 'sjuk',
    });
    const offers = [...talk.memory.offers.values()].map(({ to, status }) => [to.id, status]);
    expect(offers).toEqual([
      [karin, 'withdrawn'],
      [omar, 'offered'],
    ]);
    const notices = [...talk.memory.deliveries.values()].flatMap(({ content }) =>
      content.kind === 'reply' && content.envelope.content.kind === 'case-notice'
        ? [content.envelope.content.notice]
        : [],
    );
    expect(notices).toContainEqual({ event: 'reassigned', reason: 'absent' });
  });

  it('of staff is not a technician’s, and changes nothing', async () => {
    const talk = startTalk(desk, { from: hanna });
    const turn = await talk.say('jag är sjuk idag');
    expect(turn.replies.map(({ content }) => content.kind)).not.toContain('absence-question');
    const pressed = await talk.press({ verb: 'confirm-absence', value: '2026-11-23|2026-11-23|sjuk' });
    expect(pressed.replies.map(({ content }) => content.kind)).toEqual(['already-handled']);
  });
});

describe('who is on duty, asked in the talk', () => {
  it('on Friday at 15 for a site', async () => {
    const turn = await startTalk(desk, { from: hanna }).say('Vem har jour på fredag kl 15 för Solrosen?');
    const said = reply(turn, 'duty');
    expect(said.siteName).toBe('Förskolan Solrosen');
    expect(said.onDuty.map(({ name }) => name)).toEqual(['Karin Lind', 'Omar Haddad']);
    expect(new Date(said.at).toISOString()).toBe('2026-11-27T14:00:00.000Z');
  });

  it('on a Saturday nobody, and who comes next', async () => {
    const turn = await startTalk(desk, { from: hanna }).say('vem är i tjänst på lördag?');
    const said = reply(turn, 'duty');
    expect(said.onDuty).toEqual([]);
    expect(said.next?.name).toBe('Karin Lind');
  });

  it('tells a technician who is away, and staff not', async () => {
    const question = 'vem jobbar 22/12 kl 10 på Vitsippan?';
    const talk = startTalk(desk, { from: hanna });
    expect(reply(await talk.say(question), 'duty').away).toEqual([]);
    expect(reply(await talk.say(question, { from: karin }), 'duty').away.map(({ name }) => name)).toEqual([
      'Omar Haddad',
    ]);
  });

  it.each(['skrivaren är trasig, vem har jour?', 'vem är vår tekniker?'])(
    'leaves “%s” alone',
    async (words) => {
      const turn = await startTalk(desk, { from: hanna }).say(words);
      expect(turn.replies.map(({ content }) => content.kind)).not.toContain('duty');
    },
  );
});
