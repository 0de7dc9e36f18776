import { beforeAll, describe, expect, it } from 'vitest';
import { composeAnswer } from '#bot/model/compose-answer.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import { saying, standInModel } from '../support/stand-in-model.ts';
import { loadDesk } from '../support/talk.ts';

let loaded: LoadedDesk;
let note: Note;
beforeAll(async () => {
  loaded = await loadDesk();
  const found = loaded.notes.get('solrosen/projektorn-lekhallen');
  if (found === null) throw new Error('no such note');
  note = found;
});

const step = 'Tryck på Source på fjärrkontrollen tills det står HDMI 2.';

async function compose(
  lines: readonly string[],
  options: { language?: string; notes?: readonly Note[] } = {},
) {
  const { language = 'sv', notes = [note] } = options;
  const shown: number[] = [];
  const made = await composeAnswer(
    standInModel({ compose: saying(...lines) }),
    { text: 'projektorn är svart', notes, language },
    {
      desk: loaded.desk,
      call: { upn: null, caseId: null },
      onSentences: (all) => shown.push(all.length),
    },
  );
  return { ...made, shown };
}

describe('an answer in another language than the note’s', () => {
  it.each([
    ['fi', `Paina Source kaukosäätimestä, kunnes näkyy HDMI 2. [1: "${step}"]`],
    ['en', `Press Source on the remote control until it says HDMI 2. [1: "${step}"]`],
    ['ar', `اضغط على Source في جهاز التحكم حتى يظهر HDMI 2. [1: "${step}"]`],
    ['so', `Riix Source ee remote-ka ilaa ay ka muuqato HDMI 2. [1: "${step}"]`],
    ['de', `Drücken Sie auf der Fernbedienung Source, bis HDMI 2 erscheint. [1: "${step}"]`],
    ['nl', `Druk op Source op de afstandsbediening tot er HDMI 2 staat. [1: "${step}"]`],
  ])('is worded in %s', async (language, line) => {
    const { answer, dropped } = await compose([line], { language });
    expect(dropped).toEqual([]);
    expect(answer?.language).toBe(language);
    expect(answer?.sentences[0]?.cites).toEqual([1]);
  });

  it('is the note when it comes in the note’s language after all', async () => {
    expect((await compose([`${step} [1]`], { language: 'fi' })).answer).toBeNull();
  });
});

describe('what is shown of an answer', () => {
  it('is each sentence as it stands the check, and its sources', async () => {
    const { answer, shown } = await compose([`${step} [1]`, 'Ring Bengt. [1]', `${step} [1]`]);
    expect(shown).toEqual([1, 2]);
    expect(answer?.sources).toMatchObject([{ position: 1, noteId: note.id, title: note.title }]);
  });

  it('is nothing when too little stands', async () => {
    const { answer, dropped } = await compose([`${step} [1]`, 'Ring Bengt. [1]', 'Ring Allan. [1]']);
    expect(answer).toBeNull();
    expect(dropped).toHaveLength(2);
  });

  it('is nothing when the model says that the notes do not answer', async () => {
    expect((await compose(['NOTHING'])).answer).toBeNull();
  });

  it('is nothing when it never comes to an end', async () => {
    expect((await compose(Array.from({ length: 40 }, () => `${step} [1]`))).answer).toBeNull();
  });

  it('rests on no technician’s note, whatever was found', async () => {
    const technicians = { ...note, id: 'x/y', audience: 'technician' as const };
    expect((await compose([`${step} [1]`], { notes: [technicians, note] })).answer).toBeNull();
    const beside = await compose([`${step} [2]`], { notes: [note, technicians] });
    expect(beside.answer).toBeNull();
    expect(beside.dropped).toEqual(['foreign-citation']);
  });

  it('cites by the place in which the model was given the notes', async () => {
    const other = loaded.notes.get('_shared/projektor-ingen-bild');
    if (other === null) throw new Error('no such note');
    const { answer } = await compose([`${step} [2]`], { notes: [other, note] });
    expect(answer?.sources).toMatchObject([{ position: 2, noteId: note.id }]);
  });
});
