import { beforeAll, describe, expect, test } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { envelope } from '../support/replies.ts';
import { loadDesk, mondayMorning, reply, startTalk } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

const hanna = 'hanna.nilsson@ekbacken.example';
const karin = 'karin.lind@ekbacken.example';
const at = (time: string) => ({ at: `2026-11-23T${time}:00+01:00` });
const words = (content: Parameters<typeof envelope>[0], time: string) =>
  renderText(envelope(content), { timezone: 'Europe/Stockholm', now: new Date(at(time).at) });

describe('when somebody has been asked to take a case', () => {
  test('its requester reads by when the next one is asked, also when they ask again', async () => {
    const talk = startTalk(loaded, { from: hanna, at: mondayMorning });
    await talk.say('projektorn i lekhallen är svart');
    const handedOff = reply(await talk.say('jag vill prata med en människa'), 'handed-off');
    const status = reply(await talk.say('hur lång tid tar det?', at('10:00')), 'status');

    expect(words(handedOff, '09:15')).toContain('Har ingen svarat i dag kl. 13.15 frågar jag nästa.');
    expect(words(status, '10:00')).toContain(
      'Karin Lind har fått frågan, annars frågar jag nästa i dag kl. 13.15',
    );
  });

  test('nothing is said of it once somebody has taken it, nor after that time', async () => {
    const talk = startTalk(loaded, { from: hanna, at: mondayMorning });
    await talk.say('projektorn i lekhallen är svart');
    const handedOff = reply(await talk.say('jag vill prata med en människa'), 'handed-off');
    const late = reply(await talk.say('status', at('14:00')), 'status');
    const [offer] = talk.memory.offers.values();
    await talk.press(
      { verb: 'accept', caseId: handedOff.case?.id ?? '', offerId: offer?.id ?? '' },
      { from: karin },
    );
    const taken = reply(await talk.say('status', at('10:00')), 'status');

    expect(late.cases[0]?.answerBy).toBeUndefined();
    expect(taken.cases[0]?.assignee?.name).toBe('Karin Lind');
    expect(taken.cases[0]?.answerBy).toBeUndefined();
  });

  test('a case that waits for the morning says when it begins instead', async () => {
    const talk = startTalk(loaded, { from: hanna, at: '2026-11-23T20:00:00+01:00' });
    await talk.say('projektorn i lekhallen är svart');
    const handedOff = reply(await talk.say('jag vill prata med en människa'), 'handed-off');

    expect(handedOff.case?.answerBy).toBeUndefined();
    expect(words(handedOff, '20:00')).not.toContain('frågar jag nästa');
  });
});
