import { beforeAll, describe, expect, it, test } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { notesToChooseFrom } from '#bot/triage/judge-notes.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const found = (id: string, probability: number, overrides: Partial<FoundNote> = {}): FoundNote => ({
  note: buildNote({ id }),
  score: 0.5,
  stale: false,
  currentOutage: false,
  probability,
  ...overrides,
});

test.each<[string, FoundNote[], string[]]>([
  ['the first is sure and fits best', [found('a', 0.8), found('b', 0.5, { score: 0.4 })], []],
  ['another fits as well as the sure one', [found('a', 0.8), found('b', 0.2, { score: 0.46 })], ['b']],
  ['the others are hardly likely', [found('a', 0.4), found('b', 0.05)], []],
  ['the first is a known outage', [found('a', 0.4, { currentOutage: true }), found('b', 0.3)], []],
  ['nothing was found', [], []],
  ['the first is not sure', [found('a', 0.4), found('b', 0.1), found('c', 0.3), found('d', 0.2)], ['c', 'd']],
])('what is offered beside an answer when %s', (_, notes, offered) => {
  expect(notesToChooseFrom(notes).map(({ note }) => note.id)).toEqual(offered);
});

describe('an answer that is not sure', () => {
  const hanna = 'hanna.nilsson@ekbacken.example';
  let unsure: LoadedDesk;
  beforeAll(async () => {
    const loaded = await loadDesk();
    const notes = ['kanon', 'duk', 'hemlig'].map((name) =>
      buildNote({
        id: `solrosen/${name}`,
        title: `Projektorn och ${name}en`,
        category: 'av',
        sites: ['solrosen'],
        audience: name === 'hemlig' ? 'technician' : 'staff',
        symptoms: ['bilden är mörk'],
        body: `## Prova detta\n1. Om ${name}en.`,
      }),
    );
    const hits = notes
      .filter(({ audience }) => audience === 'staff')
      .map((note) => ({
        note,
        score: 0.32,
        stale: false,
        currentOutage: false,
        evidence: { coverage: 0.3, matchedSymptom: 0.22, gap: 0 },
      }));
    const get = (id: string) => notes.find((note) => note.id === id) ?? null;
    unsure = { ...loaded, notes: { ...loaded.notes, search: () => hits, get } };
  });

  it('offers the other note, in words too, and shows the one that is chosen', async () => {
    const talk = startTalk(unsure, { from: hanna });
    const answer = reply(await talk.say('bilden från projektorn är mörk'), 'answer');
    expect(answer.others).toEqual([{ id: 'solrosen/duk', title: 'Projektorn och duken' }]);
    const envelope = { language: 'sv' as const, introduce: false, content: answer };
    const text = renderText(envelope, {
      timezone: 'Europe/Stockholm',
      now: new Date('2026-11-23T10:00:00Z'),
    });
    expect(text).toContain('Projektorn och duken');
    const chosen = await talk.press({
      verb: 'choose-note',
      reportId: answer.reportId,
      value: 'solrosen/duk',
    });
    expect(reply(chosen, 'answer').note.id).toBe('solrosen/duk');
  });

  it.each(['solrosen/hemlig', 'solrosen/kanon', 'blaklockan/annat', null])(
    'shows nothing for %s, which was not offered',
    async (value) => {
      const talk = startTalk(unsure, { from: hanna });
      const { reportId } = reply(await talk.say('bilden från projektorn är mörk'), 'answer');
      const refused = await talk.press({ verb: 'choose-note', reportId, value });
      expect(refused.replies.map(({ content }) => content.kind)).toEqual(['already-handled']);
    },
  );
});

describe('an unsure answer over the real search', () => {
  const hanna = 'hanna.nilsson@ekbacken.example';
  const solrosen = ['solrosen/kanon', 'solrosen/duk', 'solrosen/kabel'];
  const technicians = 'solrosen/hemlig';
  const elsewhere = 'blaklockan/skola';
  let unsure: LoadedDesk;
  beforeAll(async () => {
    const loaded = await loadDesk();
    const { timezone } = loaded.desk.settings;
    const notes = [...solrosen, technicians, elsewhere].map((id) =>
      buildNote({
        id,
        title: `Projektorn, ${id.slice(id.indexOf('/') + 1)}`,
        category: 'av',
        sites: [id.slice(0, id.indexOf('/'))],
        audience: id === technicians ? 'technician' : 'staff',
        symptoms: ['svag bild'],
        body: '## Prova detta\n1. Vänta en minut.',
      }),
    );
    unsure = { ...loaded, notes: createNoteSearch(notes, { timezone }) };
  });

  async function begin() {
    const talk = startTalk(unsure, { from: hanna });
    const answer = reply(await talk.say('bilden från projektorn är suddig och flimrar'), 'answer');
    return { talk, answer, others: answer.others ?? [] };
  }

  it('offers three in all, each of the person’s own site and for staff', async () => {
    const { answer, others } = await begin();
    const offered = [answer.note.id, ...others.map(({ id }) => id)];
    expect(offered.toSorted()).toEqual(solrosen.toSorted());
  });

  it('shows each one that is pressed, one after the other, and none twice', async () => {
    const { talk, answer, others } = await begin();
    const shown = [answer.note.id];
    for (const { id } of others) {
      const chosen = await talk.press({ verb: 'choose-note', reportId: answer.reportId, value: id });
      shown.push(reply(chosen, 'answer').note.id);
    }
    expect(shown.toSorted()).toEqual(solrosen.toSorted());
    const [first = null] = shown;
    const again = await talk.press({ verb: 'choose-note', reportId: answer.reportId, value: first });
    expect(again.replies.map(({ content }) => content.kind)).toEqual(['already-handled']);
  });

  it.each([
    ['a technician’s note', technicians],
    ['another site’s note', elsewhere],
  ])('refuses a forged press for %s, says nothing of it, and keeps what was offered', async (_, value) => {
    expect(unsure.notes.get(value)).not.toBeNull();
    const { talk, answer, others } = await begin();
    const refused = await talk.press({ verb: 'choose-note', reportId: answer.reportId, value });
    expect(refused.replies.map(({ content }) => content.kind)).toEqual(['already-handled']);
    expect(JSON.stringify([refused.replies, refused.pressAnswer])).not.toContain(
      value.slice(value.indexOf('/') + 1),
    );
    const [other] = others;
    const chosen = await talk.press({
      verb: 'choose-note',
      reportId: answer.reportId,
      value: other?.id ?? null,
    });
    expect(reply(chosen, 'answer').note.id).toBe(other?.id);
  });

  it('refuses the press of somebody else, who was offered nothing', async () => {
    const { talk, answer, others } = await begin();
    const value = others[0]?.id ?? null;
    const press = { verb: 'choose-note' as const, reportId: answer.reportId, value };
    const refused = await talk.press(press, { from: 'karin.lind@ekbacken.example' });
    expect(refused.replies.map(({ content }) => content.kind)).toEqual(['already-handled']);
  });
});
