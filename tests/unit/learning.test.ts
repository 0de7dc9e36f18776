import { beforeAll, describe, expect, it } from 'vitest';
import { confirmResolved } from '#bot/handoff/requester-actions.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { buildNote } from '../support/build-note.ts';
import { createWorld, eventKinds, open, press, refusal, type World } from '../support/handoff-world.ts';
import { upns } from '../support/small-desk.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const asked = 'bilden från kanonen i lekhallen är alldeles mörk hälsningar Hanna';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

describe('an answer in the chat', () => {
  it('that helped is kept with what was asked, and suggests it to the note’s editor', async () => {
    const talk = startTalk(loaded, { from: hanna });
    const { reportId, note } = reply(await talk.say(asked), 'answer');
    await talk.press({ verb: 'solved', reportId });
    const wording = 'bilden från kanonen i lekhallen är alldeles mörk';
    expect(talk.memory.outcomes.at(-1)).toMatchObject({ noteId: note.id, outcome: 'solved', text: wording });
    expect(talk.memory.suggestions).toMatchObject([{ noteId: note.id, wording, byUpn: hanna }]);
  });

  it('that did not help is kept with what was asked, not with the words that said so, and suggests nothing', async () => {
    const talk = startTalk(loaded, { from: hanna });
    await talk.say(asked);
    await talk.say('nej det hjälpte inte');
    const judged = talk.memory.outcomes.find(({ outcome }) => outcome === 'not-solved');
    expect(judged?.text).toBe('bilden från kanonen i lekhallen är alldeles mörk');
    expect(talk.memory.suggestions).toEqual([]);
  });

  it('suggests nothing that the note says already', async () => {
    const talk = startTalk(loaded, { from: hanna });
    const [symptom = ''] = loaded.notes.get('solrosen/projektorn-lekhallen')?.symptoms ?? [];
    const { reportId } = reply(await talk.say(`hej ${symptom}`), 'answer');
    await talk.press({ verb: 'solved', reportId });
    expect(talk.memory.outcomes.at(-1)?.outcome).toBe('solved');
    expect(talk.memory.suggestions).toEqual([]);
  });
});

describe('a case that a technician solved', () => {
  const note = buildNote({ id: 'solen/tak', title: 'Lampan i taket', audience: 'technician' });
  const given = { noteId: note.id };

  async function resolvedCase(): Promise<{ world: World; id: string }> {
    const world = createWorld({ notes: [note] });
    const { case: item } = await open(world);
    await press(world, 'accept', upns.anna, item.id);
    await press(world, 'resolve', upns.anna, item.id, { text: 'Bytte lampa' });
    return { world, id: item.id };
  }
  const confirm = (world: World, caseId: string) =>
    world.run((stores, ctx) =>
      confirmResolved(stores, ctx, { caseId, actor: world.person(upns.eva), text: '' }),
    );
  const learned = (world: World) =>
    world.memory.outcomes.filter(({ outcome, text }) => outcome === 'solved' && text !== null);

  it('teaches what was asked once both have spoken, whoever is last, and once only', async () => {
    const technicianFirst = await resolvedCase();
    await press(technicianFirst.world, 'confirm-note', upns.anna, technicianFirst.id, given);
    expect(learned(technicianFirst.world)).toEqual([]);
    await confirm(technicianFirst.world, technicianFirst.id);

    const requesterFirst = await resolvedCase();
    await confirm(requesterFirst.world, requesterFirst.id);
    expect(learned(requesterFirst.world)).toEqual([]);
    await press(requesterFirst.world, 'confirm-note', upns.anna, requesterFirst.id, given);
    await press(requesterFirst.world, 'confirm-note', upns.anna, requesterFirst.id, given);

    for (const { world, id } of [technicianFirst, requesterFirst]) {
      expect(learned(world)).toMatchObject([{ ...given, byUpn: upns.eva, caseId: id }]);
      expect(world.memory.suggestions).toMatchObject([{ ...given, wording: 'projektorn är svart' }]);
    }
  });

  it('adds what was asked to the note when the technician presses for it, shown without names, and once', async () => {
    const { world, id } = await resolvedCase();
    const pressed = await press(world, 'add-symptom', upns.anna, id, given);
    expect(pressed.answer).toMatchObject({ kind: 'case-card', view: { wording: 'projektorn är svart' } });
    const again = await press(world, 'add-symptom', upns.anna, id, given);
    expect(refusal(again)?.outcome).toBe('already-done');
    expect(world.memory.addedSymptoms).toMatchObject([{ ...given, wording: 'projektorn är svart' }]);
    expect(eventKinds(world, id)).toContain('symptom-added');
  });

  it('lets nobody else add it, not to another note, and not before it is solved', async () => {
    const { world, id } = await resolvedCase();
    expect(refusal(await press(world, 'add-symptom', upns.cia, id, given))?.outcome).toBe('not-yours');
    const another = { noteId: 'annat/ting' };
    expect(refusal(await press(world, 'add-symptom', upns.anna, id, another))?.outcome).toBe('gone');
    const early = createWorld({ notes: [note] });
    const { case: item } = await open(early);
    await press(early, 'accept', upns.anna, item.id);
    expect(refusal(await press(early, 'add-symptom', upns.anna, item.id, given))?.outcome).toBe('gone');
    expect([...world.memory.addedSymptoms, ...early.memory.addedSymptoms]).toEqual([]);
  });

  it('teaches nothing of a note that nobody confirmed', async () => {
    const { world, id } = await resolvedCase();
    await confirm(world, id);
    expect(learned(world)).toEqual([]);
    expect(world.memory.suggestions).toEqual([]);
  });
});
