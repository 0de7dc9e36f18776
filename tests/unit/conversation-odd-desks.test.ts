import { beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '#bot/desk/desk.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';

let whole: LoadedDesk;
beforeAll(async () => {
  whole = await loadDesk();
});

/** The demo desk with parts taken away. */
function without(change: Partial<Parameters<typeof createDesk>[0]>, notes: Note[] | null = []): LoadedDesk {
  const { desk } = whole;
  const changed: Desk = createDesk({
    settings: desk.settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()],
    technicians: [...desk.technicians.values()],
    ...change,
  });
  const search = notes === null ? whole.notes : createNoteSearch(notes, { timezone: desk.settings.timezone });
  return { desk: changed, notes: search };
}

describe('a desk that lacks something', () => {
  it('without notes says so honestly and finds a person', async () => {
    const turn = await startTalk(without({}), { from: hanna }).say(
      'skrivaren blinkar orange och drar inget papper',
    );
    expect(reply(turn, 'handed-off').noNote).toBe(true);
    expect(reply(turn, 'handed-off').to?.name).toBe('Karin Lind');
  });

  it('without technicians gives the case to the contractor', async () => {
    const talk = startTalk(without({ technicians: [] }), { from: hanna });
    const handedOff = reply(await talk.say('skrivaren är trasig, luckan har gått av'), 'handed-off');
    expect(handedOff.to?.kind).toBe('contractor');
  });

  it('without technicians and contractors ends at the dispatcher', async () => {
    const settings = { ...whole.desk.settings, contractors: [], responsibility: [] };
    const talk = startTalk(without({ settings, technicians: [] }), { from: hanna });
    const turn = await talk.say('skrivaren är trasig, luckan har gått av');
    expect(turn.caseEffect).toBe('opened');
    expect(reply(turn, 'handed-off').to?.name).toBe('Mona Grahn');
  });

  it('with nobody at all still keeps the case, and says that it is looking for somebody', async () => {
    const settings = { ...whole.desk.settings, contractors: [], responsibility: [] };
    const people = [...whole.desk.people.values()].filter(({ upn }) => upn === hanna);
    const talk = startTalk(without({ settings, technicians: [], people }), { from: hanna });
    const turn = await talk.say('skrivaren är trasig, luckan har gått av');
    expect(turn.caseEffect).toBe('opened');
    expect(reply(turn, 'handed-off').when.kind).toBe('escalating');
  });

  it('without sites helps with what is for every site', async () => {
    const talk = startTalk(without({ sites: [] }, null), { from: hanna });
    expect(reply(await talk.say('jag har glömt mitt lösenord'), 'answer').note.id).toBe('_shared/losenord');
  });

  it('lives on when the person’s site is deleted in the middle of the talk', async () => {
    const loaded = { desk: whole.desk, notes: whole.notes };
    const talk = startTalk(loaded, { from: 'annelie.berg@ekbacken.example' });
    const asked = reply(await talk.say('skrivaren skriver inte ut'), 'ask');
    await talk.press({ verb: 'choose-site', reportId: asked.reportId, value: 'solrosen' });
    const left = [...whole.desk.sites.values()].filter(({ id }) => id !== 'solrosen');
    Object.assign(loaded, without({ sites: left }, null));
    const turn = await talk.press({ verb: 'talk-to-person', reportId: asked.reportId });
    expect(turn.caseEffect).toBe('opened');
    const status = reply(await talk.say('hur går det?'), 'status');
    expect(status.cases).toHaveLength(1);
  });
});
