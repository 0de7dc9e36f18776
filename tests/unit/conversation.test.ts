import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { loadDesk, mondayMorning, reply, startTalk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const karin = 'karin.lind@ekbacken.example';
const projector = 'projektorn i lekhallen visar bara svart bild';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

const talkOf = (from: string, at?: string) => startTalk(loaded, { from, ...(at ? { at } : {}) });

describe('a matter, from the first word to a person', () => {
  it('answers from the note of the person’s own site, and says first that it is a bot', async () => {
    const talk = talkOf(hanna);
    const turn = await talk.say(projector);
    expect(reply(turn, 'answer').note.id).toBe('solrosen/projektorn-lekhallen');
    expect(turn.replies[0]?.introduce).toBe(true);
    expect((await talk.say('hej')).replies[0]?.introduce).toBe(false);
  });

  it('never gives the same advice twice, and hands off when there is no more', async () => {
    const talk = talkOf(hanna);
    const first = reply(await talk.say(projector), 'answer');
    const seen = [first.note.id];
    let turn = await talk.press({ verb: 'not-solved', reportId: first.reportId, noteId: first.note.id });
    while (turn.decision === 'answer') {
      const next = reply(turn, 'answer');
      expect(seen).not.toContain(next.note.id);
      expect(next.another).toBe(true);
      seen.push(next.note.id);
      expect(seen.length).toBeLessThan(5);
      turn = await talk.press({ verb: 'not-solved', reportId: next.reportId, noteId: next.note.id });
    }
    expect(reply(turn, 'handed-off').to?.name).toBe('Karin Lind');
    const packet = [...talk.memory.cases.values()][0]?.packet;
    expect(packet?.attempts.map((attempt) => [attempt.noteId, attempt.outcome])).toEqual(
      seen.map((id) => [id, 'not-solved']),
    );
    expect(packet?.dialogue.map((line) => line.text).join(' ')).toContain(projector);
  });

  it('goes to whom the note names, also when its advice did not help', async () => {
    const talk = talkOf('kevin.alm@ekbacken.example', '2026-11-23T14:00:00+01:00');
    const first = reply(await talk.say('inspelningen hackar i studion och ljudkortet hittas inte'), 'answer');
    expect(first.note.id).toBe('ladan/musikstudion');
    const turn = await talk.press({ verb: 'talk-to-person', reportId: first.reportId });
    expect(reply(turn, 'handed-off').to?.name).toBe('Omar Haddad');
  });

  it('has no effect when the same button is pressed twice', async () => {
    const talk = talkOf(hanna);
    const { reportId, note } = reply(await talk.say(projector), 'answer');
    await talk.press({ verb: 'talk-to-person', reportId });
    const again = await talk.press({ verb: 'talk-to-person', reportId });
    reply(again, 'already-handled');
    reply(await talk.press({ verb: 'not-solved', reportId, noteId: note.id }), 'already-handled');
    expect(talk.memory.cases.size).toBe(1);
  });

  it('handles a redelivered message once', async () => {
    const talk = talkOf(hanna);
    const first = await talk.say('jag vill prata med en människa', { id: 'a1' });
    const second = await talk.say('jag vill prata med en människa', { id: 'a1' });
    expect([first.handled, second.handled]).toEqual([true, false]);
    expect(talk.memory.cases.size).toBe(1);
    expect(second.replies).toEqual([]);
  });

  it('obeys a wish for a person at once, and keeps what was said', async () => {
    const talk = talkOf(hanna);
    await talk.say(projector);
    const turn = await talk.say('jag vill prata med en riktig människa');
    expect(turn.decision).toBe('hand-off');
    expect([...talk.memory.cases.values()][0]?.packet.symptom).toContain(projector);
  });

  it('shows the steps one at a time when that is wanted', async () => {
    const talk = talkOf(hanna);
    const { reportId, note } = reply(await talk.say(projector), 'answer');
    const first = reply(
      await talk.press({ verb: 'step', reportId, noteId: note.id, value: '1' }),
      'guided-step',
    );
    const second = reply(
      await talk.press({ verb: 'step', reportId, noteId: note.id, value: '2' }),
      'guided-step',
    );
    expect([first.step, second.step]).toEqual(note.steps.slice(0, 2));
    expect(second.total).toBe(note.steps.length);
    expect(reply(await talk.say('nästa'), 'guided-step').step).toBe(note.steps[2]);
  });

  it('finds a person for somebody who has said nothing yet', async () => {
    const turn = await talkOf(hanna).press({ verb: 'talk-to-person' });
    expect(turn.caseEffect).toBe('opened');
    expect(reply(turn, 'handed-off').to).not.toBeNull();
  });

  it('credits the note when it is solved', async () => {
    const talk = talkOf(hanna);
    const { reportId, note } = reply(await talk.say(projector), 'answer');
    const turn = await talk.press({ verb: 'solved', reportId });
    expect(turn.caseEffect).toBe('solved');
    expect(talk.memory.outcomes.map(({ noteId, outcome }) => [noteId, outcome])).toEqual([
      [note.id, 'shown'],
      [note.id, 'solved'],
    ]);
  });

  it('with a danger is told what to do before whose it is', async () => {
    const talk = talkOf('annelie.berg@ekbacken.example');
    const told = reply(
      await talk.say('vem ringer jag om det brinner i serverskåpet på Solrosen'),
      'handed-off',
    );
    expect([told.hazard, told.to?.name]).toEqual([true, 'Karin Lind']);
  });

  it('says that it has no note, and keeps the question for the editors', async () => {
    const talk = talkOf(hanna);
    const turn = await talk.say('symaskinens broderimodul ger felkod 4711 i programmet Trådverket');
    expect(turn.decision).toBe('hand-off');
    expect(reply(turn, 'handed-off').noNote).toBe(true);
    expect(talk.memory.questions[0]?.text).toContain('Trådverket');
  });
});

describe('questions', () => {
  const annelie = 'annelie.berg@ekbacken.example';

  it('asks somebody with two sites which one it is, and goes on when a site is pressed', async () => {
    const talk = talkOf(annelie);
    const asked = reply(await talk.say('skrivaren skriver inte ut'), 'ask');
    expect(asked.about).toBe('site');
    expect(asked.options.map((option) => option.value).sort()).toEqual(['blaklockan', 'solrosen']);
    const turn = await talk.press({ verb: 'choose-site', reportId: asked.reportId, value: 'solrosen' });
    expect(turn.matter?.siteId).toBe('solrosen');
    expect(turn.decision).not.toBe('ask');
    reply(
      await talk.press({ verb: 'choose-site', reportId: asked.reportId, value: 'blaklockan' }),
      'already-handled',
    );
  });

  it('takes a site that is written as the answer, and one that is corrected', async () => {
    const talk = talkOf(annelie);
    await talk.say('skrivaren skriver inte ut');
    expect((await talk.say('Blåklockan')).matter?.siteId).toBe('blaklockan');
    expect((await talk.say('förlåt, jag menade Solan')).matter?.siteId).toBe('solrosen');
  });

  it('asks at most twice, then a person takes over', async () => {
    const talk = talkOf(hanna);
    const decisions = [];
    for (const text of ['det funkar inte', 'vet inte riktigt', 'den bara strular']) {
      decisions.push((await talk.say(text)).decision);
    }
    expect(decisions).toEqual(['ask', 'ask', 'hand-off']);
  });

  it('believes a substitute for the day, and not the day after', async () => {
    const talk = talkOf('viktor.ahl@ekbacken.example');
    reply(await talk.say('hej, jag är vikarie på Solan idag'), 'site-noted');
    expect((await talk.say('projektorn är svart')).matter?.siteId).toBe('solrosen');
    const nextDay = await talk.say('skrivaren krånglar', { at: '2026-11-24T09:00:00+01:00' });
    expect(nextDay.matter?.siteId ?? null).toBeNull();
  });

  it('helps somebody unknown as staff without a site', async () => {
    const talk = talkOf('nobody-we-know');
    expect(reply(await talk.say('projektorn är svart'), 'ask').about).toBe('site');
  });
});

describe('a case that is open', () => {
  async function withCase() {
    const talk = talkOf(hanna);
    const opened = await talk.say('plattan har gått sönder, glaset är krossat');
    expect(opened.caseEffect).toBe('opened');
    return { talk, caseId: opened.caseId ?? '' };
  }

  it('takes in a detail that is added later', async () => {
    const { talk, caseId } = await withCase();
    const turn = await talk.say('glömde säga att den har nummer 7');
    expect([turn.caseEffect, turn.caseId]).toEqual(['updated', caseId]);
    expect(talk.memory.cases.get(caseId)?.packet.dialogue.at(-1)?.text).toContain('nummer 7');
  });

  it('takes in what came of a try, whatever things it names', async () => {
    const talk = talkOf('james.carter@ekbacken.example');
    await talk.say('The projector in room 12 is black, please send somebody');
    expect((await talk.say('I pressed PC 1, nothing')).caseEffect).toBe('updated');
    expect(talk.memory.cases.size).toBe(1);
  });

  it('takes in what only says where, whatever else is there', async () => {
    const talk = talkOf('sofie.martinsson@ekbacken.example');
    await talk.say('plattorna i vagnen har gått sönder, glaset är krossat');
    const turn = await talk.say('de är i NO-salen');
    expect(turn.caseEffect).toBe('updated');
    expect(talk.memory.cases.size).toBe(1);
  });

  it('moves to the right site when that is corrected before anybody took it', async () => {
    const talk = talkOf('sara.lindqvist@ekbacken.example', '2026-11-23T14:00:00+01:00');
    const opened = await talk.say('Filmduken på Bryggan har gått sönder, tyget är rivet');
    expect(opened.caseEffect).toBe('opened');
    const moved = await talk.say('förlåt jag skrev fel, det är på Ladan');
    expect(moved.matter?.siteId).toBe('ladan');
    expect(talk.memory.cases.get(opened.caseId ?? '')?.state).toBe('cancelled');
  });

  it('tells its status', async () => {
    const { talk } = await withCase();
    const status = reply(await talk.say('hur går det?'), 'status');
    expect(status.cases[0]?.offeredTo?.name).toBe('Karin Lind');
  });

  it('is told of by its number alone, also when it is over and another is open', async () => {
    const { talk, caseId } = await withCase();
    const number = talk.memory.cases.get(caseId)?.number ?? '';
    await talk.say('glöm det, ni kan stryka ärendet');
    const other = await talk.say('filmduken har gått sönder, tyget är rivet');
    expect(other.caseEffect).toBe('opened');
    const told = async (text: string) => reply(await talk.say(text), 'status').cases.map((one) => one.number);
    expect(await told(`status ${number.toLowerCase()}`)).toEqual([number]);
    expect(await told('status')).toEqual([talk.memory.cases.get(other.caseId ?? '')?.number]);
  });

  it('is called off, and reopened when it comes back', async () => {
    const { talk, caseId } = await withCase();
    expect((await talk.say('glöm det, ni kan stryka ärendet')).caseEffect).toBe('cancelled');
    expect(talk.memory.cases.get(caseId)?.state).toBe('cancelled');
    const back = await talk.say('samma fel igen', { at: '2026-11-24T09:00:00+01:00' });
    expect([back.caseEffect, back.caseId]).toEqual(['reopened', caseId]);
  });

  it('does not swallow another problem', async () => {
    const { talk } = await withCase();
    const turn = await talk.say('och så har jag glömt mitt lösenord');
    expect(reply(turn, 'answer').note.id).toBe('_shared/losenord');
    expect(talk.memory.cases.size).toBe(1);
  });

  it('is accepted by the technician on the card, and only once', async () => {
    const { talk, caseId } = await withCase();
    const offerId = [...talk.memory.offers.values()][0]?.id ?? '';
    const press = { verb: 'accept', caseId, offerId } as const;
    const taken = await talk.press(press, { from: karin });
    expect(taken.pressAnswer?.content.kind).toBe('case-card');
    expect(talk.memory.cases.get(caseId)?.assignee?.id).toBe(karin);
    const again = await talk.press(press, { from: karin });
    expect(again.pressAnswer?.content).toMatchObject({ kind: 'press-outcome', outcome: 'already-done' });
    const foreign = await talk.press(press, { from: 'omar.haddad@ekbacken.example' });
    expect(foreign.pressAnswer?.content).toMatchObject({ kind: 'press-outcome', by: 'Karin Lind' });
    expect((await talk.say('har ni kommit någonstans?')).decision).not.toBe('ask');
  });

  it('cannot be touched by somebody who has nothing to do with it', async () => {
    const { talk, caseId } = await withCase();
    const stranger = 'kevin.alm@ekbacken.example';
    reply(await talk.press({ verb: 'cancel-case', caseId }, { from: stranger }), 'already-handled');
    const turn = await talk.press({ verb: 'resolve', caseId, text: 'klart' }, { from: stranger });
    expect(turn.pressAnswer?.content).toMatchObject({ kind: 'press-outcome', outcome: 'not-yours' });
    expect(talk.memory.cases.get(caseId)?.state).toBe('new');
  });
});

describe('what is said besides', () => {
  it('masks a password before anything is stored, and tells the person', async () => {
    const talk = talkOf(hanna);
    const turn = await talk.say(
      'mitt lösenord Vinter!Kaffe99 fungerar inte på datorn, jag vill prata med en människa',
    );
    expect(reply(turn, 'masked').what).toEqual(['password']);
    expect(JSON.stringify([...talk.memory.cases.values()])).not.toContain('Vinter!Kaffe99');
    expect(JSON.stringify([...talk.memory.deliveries.values()])).not.toContain('Vinter!Kaffe99');
  });

  it.each([
    ['helena.brandt', 'notisen om elevdatorerna stämmer inte längre, hur ändrar jag den?', true, true],
    ['karin.lind', 'hur skriver jag en ny notis?', false, true],
    ['anders.falk', 'notisen om projektorn är fel', true, false],
  ])('hears what is said of the notes themselves: %s, %s', async (who, words, isWrong, mayWrite) => {
    const talk = talkOf(`${who}@ekbacken.example`);
    expect(reply(await talk.say(words), 'about-notes')).toMatchObject({ isWrong, mayWrite });
    expect(talk.memory.questions.map(({ text }) => text)).toEqual(isWrong ? [words] : []);
    expect(talk.memory.cases.size).toBe(0);
  });

  it('takes what a telephone shows for what it is', async () => {
    const turn = await talkOf('anders.falk@ekbacken.example').say('jag får inga notiser på mobilen');
    expect(turn.replies.map(({ content }) => content.kind)).not.toContain('about-notes');
  });

  it('says the same again in English when it is asked to', async () => {
    const talk = talkOf(hanna);
    const first = reply(await talk.say(projector), 'answer');
    const turn = await talk.say('could you write that in English please?');
    expect(turn.replies[0]?.language).toBe('en');
    expect(reply(turn, 'answer').note.id).toBe(first.note.id);
    expect((await talk.say('tack!')).replies[0]?.language).toBe('en');
  });

  it('makes several matters of several problems', async () => {
    const talk = talkOf(hanna);
    const turn = await talk.say('två saker: skrivaren blinkar orange OCH jag har glömt mitt lösenord');
    expect(turn.replies.map((envelope) => envelope.content.kind)).toContain('several-problems');
    const notes = turn.replies.flatMap(({ content }) => (content.kind === 'answer' ? [content.note.id] : []));
    expect(notes.sort()).toEqual(['_shared/losenord', 'solrosen/skrivaren']);
  });

  it('joins the second reporter of an outage to the first one’s case', async () => {
    const talk = talkOf(hanna);
    const first = await talk.say('hela förskolan är utan nät, ingen kan jobba');
    const second = await talk.say('inget internet på hela förskolan, är det fler?', {
      from: 'amina.osman@ekbacken.example',
    });
    expect([second.caseEffect, second.caseId]).toEqual(['joined', first.caseId]);
    expect(reply(second, 'joined').reporters).toBe(2);
  });

  it('tells who the technician is', async () => {
    const turn = await talkOf(hanna).say('vem är vår tekniker?');
    expect(reply(turn, 'who-is-technician').technician?.name).toBe('Karin Lind');
  });

  it('asks which site when that decides who the technician is', async () => {
    const talk = talkOf('sara.lindqvist@ekbacken.example');
    const asked = reply(await talk.say('vem är vår tekniker?'), 'ask');
    const turn = await talk.press({ verb: 'choose-site', reportId: asked.reportId, value: 'bryggan' });
    expect(reply(turn, 'who-is-technician').technician?.name).toBe('Omar Haddad');
  });

  it('never shows a technician-only note to staff', async () => {
    const talk = talkOf(hanna);
    const turn = await talk.say('var hänger nyckeln till nätverksskåpet i städförrådet?');
    expect(JSON.stringify(turn.replies)).not.toMatch(/krok 2|481920/);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', '   \n ', 'empty'],
    ['a novel', 'skrivaren '.repeat(12_000), 'too-long'],
  ])('says what to do about %s', async (_, text, reason) => {
    const talk = talkOf(hanna);
    expect(reply(await talk.say(text), 'problem').reason).toBe(reason);
  });

  it('asks about a message of emoji only', async () => {
    expect((await talkOf(hanna).say('😭😭😭')).decision).toBe('ask');
  });

  it('tells the requester when the case waits for the next duty', async () => {
    const talk = talkOf(hanna, '2026-11-23T22:10:00+01:00');
    const handedOff = reply(await talk.say('plattan har gått sönder, glaset är krossat'), 'handed-off');
    expect(handedOff.when).toEqual({
      kind: 'waits',
      at: new Date('2026-11-24T07:30:00+01:00').toISOString(),
    });
  });

  it('welcomes whoever installs the app by what they do', async () => {
    const talk = talkOf(karin, mondayMorning);
    expect(reply(await talk.say('', { installed: true }), 'welcome').role).toBe('technician');
  });
});
