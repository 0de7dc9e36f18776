import { describe, expect, it } from 'vitest';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { answerReminder, sendNoteReminders } from '#bot/handoff/note-reminders.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Note } from '#knowledge/note.ts';
import { chooseReminders } from '#knowledge/review/choose-reminders.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { editedDesk, editors } from '../support/desk-api.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { upns } from '../support/small-desk.ts';

const desk = editedDesk();
const at = new Date('2026-11-23T08:00:00Z');
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const due = (name: string, change: Partial<Note> = {}): Note =>
  buildNote({
    id: `solen/${name}`,
    title: `Notis ${name}`,
    sites: ['solen'],
    owner: editors.ella,
    lastVerified: '2026-06-01',
    reviewBy: '2026-11-20',
    ...change,
  });

describe('who is asked whether a note is still true', () => {
  const ask = (notes: Note[], reminded = [] as Parameters<typeof chooseReminders>[2]) =>
    chooseReminders(notes, desk, reminded, at).map(({ upn, notes: asked }) => [
      upn,
      asked.map(({ id }) => id),
    ]);

  it('is its owner, else an editor of its site, else a dispatcher', () => {
    expect(
      ask([
        due('a'),
        due('b', { owner: null }),
        due('c', { id: 'skolan/c', owner: 'gone@desk.example', sites: ['skolan'] }),
      ]),
    ).toEqual([
      [editors.ella, ['solen/a', 'solen/b']],
      [editors.alma, ['skolan/c']],
    ]);
    const nobody = {
      ...desk,
      people: new Map([...desk.people].filter(([, { roles }]) => !roles.includes('editor'))),
    };
    expect(chooseReminders([due('b', { owner: null })], nobody, [], at)[0]?.upn).toBe(upns.dispatcher);
  });

  it('is asked about what is past or near its review and shown to people, the oldest first, five at most', () => {
    const others = [
      due('far', { reviewBy: '2027-01-01' }),
      due('never', { reviewBy: null }),
      due('draft', { status: 'draft' }),
      due('over', { validTo: '2026-11-01' }),
    ];
    const many = Array.from({ length: 7 }, (_, index) =>
      due(`n${index}`, { reviewBy: `2026-11-${20 - index}` }),
    );
    expect(ask([...others, ...many, due('near', { reviewBy: '2026-11-29' })])).toEqual([
      [editors.ella, ['solen/n6', 'solen/n5', 'solen/n4', 'solen/n3', 'solen/n2']],
    ]);
    expect(ask([due('near', { reviewBy: '2026-11-29' })])).toHaveLength(1);
  });

  it('is left in peace for a week, and so is the note', () => {
    const reminded = (before: number) => [{ noteId: 'solen/a', at: days(-before), toUpn: editors.ella }];
    expect(ask([due('a'), due('b')], reminded(6))).toEqual([]);
    expect(ask([due('a', { owner: editors.alma })], reminded(6))).toEqual([]);
    expect(ask([due('a')], reminded(7))).toHaveLength(1);
  });
});

describe('the reminder in chat', () => {
  function world(notes: Note[]) {
    const stores = createMemoryStores();
    let ids = 0;
    const ctx = {
      at,
      newId: () => `id-${++ids}`,
      loaded: { desk, notes: createNoteSearch(notes, { timezone: 'Europe/Stockholm' }) },
    };
    const person = (upn: string) => desk.people.get(upn) ?? desk.people.values().next().value;
    const press = (upn: string, noteId: string, text: string | null = null) => {
      const actor = person(upn);
      if (actor === undefined) throw new Error('nobody');
      const verb = text === null ? 'note-still-true' : 'note-needs-change';
      return answerReminder(stores, ctx, { verb, noteId, text, actor });
    };
    return { stores, ctx, press };
  }
  const cardOf = (content: Reply) =>
    renderReply(
      { language: 'sv', introduce: false, content },
      { timezone: 'Europe/Stockholm', now: at, noteUrl: (id) => `https://teams.example/${id}` },
    );

  it('is one card with a press for each note, sent once', async () => {
    const { stores, ctx } = world([due('a'), due('b')]);
    expect((await sendNoteReminders(stores, ctx)).deliveryIds).toHaveLength(1);
    expect((await sendNoteReminders(stores, ctx)).deliveryIds).toHaveLength(0);
    const [delivery] = [...stores.memory.deliveries.values()];
    expect(delivery?.target).toEqual({ kind: 'person', upn: editors.ella });
    if (delivery?.content.kind !== 'reply') throw new Error('no reply');
    const { card } = cardOf(delivery.content.envelope.content);
    const verbs = card?.actions?.map((action) =>
      action.type === 'Action.Execute' ? action.verb : action.type,
    );
    expect(verbs).toEqual(['note-still-true', 'note-still-true', 'Action.ShowCard']);
    const text = JSON.stringify(card);
    expect(text).toContain('[Öppna notisen](https://teams.example/solen/a)');
    expect(text).toContain('note-needs-change');
  });

  it('has six buttons at most', () => {
    const notes = Array.from({ length: 5 }, (_, index) => ({
      id: `solen/n${index}`,
      title: `Notis ${index} med en rubrik som är alldeles för lång för en knapp`,
      siteName: 'Solen',
      lastVerified: null,
      reviewBy: '2026-11-20',
      state: 'open' as const,
    }));
    expect(cardOf({ kind: 'note-reminder', notes }).card?.actions).toHaveLength(6);
  });

  it('is answered with one press: the note is confirmed and reviewed after as long a time again', async () => {
    const { stores, press } = world([due('a')]);
    const reply = await press(editors.ella, 'solen/a');
    expect(stores.memory.confirmations).toEqual([
      { noteId: 'solen/a', date: '2026-11-23', byUpn: editors.ella, way: 'press', reviewBy: '2027-05-14' },
    ]);
    expect(reply).toMatchObject({ notes: [{ state: 'confirmed', lastVerified: '2026-11-23' }] });
    if (reply === null) throw new Error('no reply');
    expect(cardOf(reply).text).toContain('bekräftad i dag');
  });

  it('confirms nothing twice', async () => {
    const { stores, press } = world([due('a', { lastVerified: '2026-11-23', reviewBy: '2027-05-14' })]);
    expect(await press(editors.ella, 'solen/a')).not.toBeNull();
    expect(stores.memory.confirmations).toEqual([]);
  });

  it('keeps what needs to change for the editors', async () => {
    const { stores, press } = world([due('a')]);
    const reply = await press(editors.ella, 'solen/a', 'Skrivaren är utbytt');
    expect(stores.memory.outcomes).toMatchObject([
      { noteId: 'solen/a', outcome: 'corrected', text: 'Skrivaren är utbytt', byUpn: editors.ella },
    ]);
    expect(stores.memory.confirmations).toEqual([]);
    expect(reply).toMatchObject({ notes: [{ state: 'needs-change' }] });
  });

  it('is nobody else’s to answer', async () => {
    const { stores, press } = world([due('a')]);
    expect(await press(upns.eva, 'solen/a')).toBeNull();
    expect(await press(editors.reader, 'solen/a')).toBeNull();
    expect(await press(editors.ella, 'solen/gone')).toBeNull();
    expect(stores.memory.confirmations).toEqual([]);
    await stores.knowledge.keepReminder({ noteId: 'solen/a', at, toUpn: upns.dispatcher });
    expect(await press(upns.dispatcher, 'solen/a')).not.toBeNull();
  });
});
