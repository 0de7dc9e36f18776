import { describe, expect, it } from 'vitest';
import type { NoteConflict, NoteContent, NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { ApiFailure } from '#knowledge/tab/api/api-failure.ts';
import { dropSeed, emptyContent, findSeed } from '#knowledge/tab/parts/start-note.ts';
import { conflictOf } from '#knowledge/tab/views/notes/conflict/conflict-of.ts';
import { chooseStart } from '#knowledge/tab/views/notes/editor/choose-start.ts';
import { createDraftKeeper, type KeptDraft } from '#knowledge/tab/views/notes/editor/draft-keeper.ts';
import { errorsInOrder, faultAt, faultsOfFailure } from '#knowledge/tab/views/notes/editor/form-state.ts';
import { addSymptoms, moveItem, placeUnder } from '#knowledge/tab/views/notes/editor/lists.ts';
import { bullets, imageMarkdown, insert, wrap } from '#knowledge/tab/views/notes/editor/markdown-tools.ts';
import { mayKeepBoth, resolveConflict } from '#knowledge/tab/views/notes/editor/resolve-conflict.ts';
import { monthsAfter, toLocalInput } from '#knowledge/tab/views/notes/editor/window-values.ts';
import { withoutBlanks } from '#knowledge/tab/views/notes/editor/without-blanks.ts';

const content = (change: Partial<NoteContent> = {}): NoteContent => ({
  ...emptyContent,
  title: 'Skrivaren',
  ...change,
});

const detail = (change: Partial<NoteDetail> = {}): NoteDetail => ({
  id: 'solrosen/skrivaren',
  version: 4,
  status: 'published',
  content: content(),
  lastVerified: null,
  verifications: [],
  stale: false,
  outcomes: { shown: 0, solved: 0, notSolved: 0 },
  mayEdit: true,
  mayPublish: true,
  draft: null,
  alsoEditing: [],
  ...change,
});

const kept = (change: Partial<KeptDraft> = {}): KeptDraft => ({
  content: content({ intro: 'kvar' }),
  basedOn: 3,
  folder: 'solrosen',
  at: '2026-11-23T09:00:00Z',
  ...change,
});

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}

describe('what people say', () => {
  it('is taken in without repeats, blank lines and stray space', () => {
    expect(
      addSymptoms(['skriver inte ut'], ' Skriver  inte ut \n\n blinkar   orange\r\nblinkar orange'),
    ).toEqual(['skriver inte ut', 'blinkar orange']);
  });

  it('stays within what the exchange format holds, whatever is pasted', () => {
    const pasted = Array.from({ length: 5_000 }, (_, index) => `${index} ${'å'.repeat(900)}`).join('\n');
    const taken = addSymptoms([], pasted);
    expect([taken.length, Math.max(...taken.map(({ length }) => length))]).toEqual([200, 300]);
  });
});

describe('the order of the steps', () => {
  it('changes by moving one, and not at all beyond the ends', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moveItem(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c']);
    expect(moveItem(['a'], -1, 0)).toEqual(['a']);
  });

  it('is where the pointer is among the middles', () => {
    expect([5, 15, 25, 99].map((y) => placeUnder(y, [10, 20, 30]))).toEqual([0, 1, 2, 3]);
  });

  it('is sent without steps that were never written', () => {
    const sent = withoutBlanks(
      content({ title: ' Skrivaren ', steps: ['', ' Starta om. '], stepsTitle: 'Prova' }),
    );
    expect([sent.title, sent.steps, sent.stepsTitle]).toEqual(['Skrivaren', ['Starta om.'], 'Prova']);
    expect(withoutBlanks(content({ steps: [' '], stepsTitle: 'Prova' })).stepsTitle).toBeNull();
  });
});

describe('where an edit begins', () => {
  it('is the note when nothing was left unsaved', () => {
    expect(chooseStart(detail(), null)).toEqual({ content: content(), basedOn: 4, restoredAt: null });
  });

  it('is what was written last, here or on another computer', () => {
    const draft = { content: content({ intro: 'servern' }), basedOn: 4, at: '2026-11-23T10:00:00Z' };
    expect(chooseStart(detail({ draft }), kept()).content.intro).toBe('servern');
    expect(chooseStart(detail({ draft }), kept({ at: '2026-11-23T11:00:00Z' }))).toEqual({
      content: content({ intro: 'kvar' }),
      basedOn: 3,
      restoredAt: '2026-11-23T11:00:00Z',
    });
  });

  it('leaves out a draft that says what the note says', () => {
    expect(chooseStart(detail(), kept({ content: content() })).restoredAt).toBeNull();
  });
});

describe('drafts in the browser', () => {
  it('are each person’s own and come back newest first', () => {
    const storage = memoryStorage();
    const eva = createDraftKeeper(storage, 'eva@x');
    eva.keep('a/b', kept());
    eva.keep('new', kept({ basedOn: null, at: '2026-11-23T12:00:00Z' }));
    createDraftKeeper(storage, 'per@x').keep('c/d', kept());

    expect(eva.list().map(({ place }) => place)).toEqual(['new', 'a/b']);
    eva.drop('new');
    expect([eva.find('new'), eva.find('a/b')?.content.intro]).toEqual([null, 'kvar']);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no content', '{"at":"2026"}'],
  ])('are left alone when they hold %s', (_, text) => {
    const storage = memoryStorage();
    storage.setItem('vaktis:draft:eva@x:a/b', text);
    expect(createDraftKeeper(storage, 'eva@x').list()).toEqual([]);
  });

  it('of another version keep what fits', () => {
    const storage = memoryStorage();
    const old = { content: { title: 'Skrivaren', steps: 'ett', symptoms: ['a', 1], gone: true }, at: '2026' };
    storage.setItem('vaktis:draft:eva@x:a/b', JSON.stringify(old));
    expect(createDraftKeeper(storage, 'eva@x').find('a/b')).toEqual({
      content: content(),
      basedOn: null,
      folder: '',
      at: '2026',
    });
  });

  it('do not stop the writing when the browser is full', () => {
    const full = { ...memoryStorage(), length: 0 };
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => createDraftKeeper(full, 'eva@x').keep('a/b', kept())).not.toThrow();
  });
});

describe('a seed for a new note', () => {
  it('is found until the form has it', () => {
    const storage = memoryStorage();
    storage.setItem('vaktis:seed', JSON.stringify({ folder: 'solrosen', content: { title: 'Tavlan' } }));
    expect(findSeed(storage)).toEqual({ folder: 'solrosen', content: content({ title: 'Tavlan' }) });
    dropSeed(storage);
    expect(findSeed(storage)).toBeNull();
  });
});

describe('faults', () => {
  const failure = new ApiFailure({
    kind: 'invalid-input',
    status: 422,
    body: {
      faults: [
        { path: 'content.steps.2', message: 'Ett personnummer.' },
        { path: 'title', message: 'Skriv en rubrik.' },
        { path: 'content', message: 'För mycket.' },
      ],
    },
  });

  it('stand at the fields that a refused save names, in the form’s order', () => {
    const faults = faultsOfFailure(failure);
    expect(errorsInOrder(faults).map(({ field }) => field)).toEqual(['title', 'steps', null]);
    expect(faultAt(faults, 'steps')?.message).toBe('Ett personnummer.');
  });

  it('show what must be changed before what should be', () => {
    const both = [
      { field: 'intro', level: 'warning', message: 'lång' },
      { field: 'intro', level: 'error', message: 'lösenord' },
    ] as const;
    expect(faultAt(both, 'intro')?.message).toBe('lösenord');
    expect(faultAt(both, 'outro')).toBeNull();
  });
});

describe('two editors at once', () => {
  const conflict: NoteConflict = {
    error: 'conflict',
    message: '',
    current: detail({ version: 5 }),
    merged: content({ asset: 'HP', intro: 'mitt', symptoms: ['a'] }),
    fields: [
      { field: 'intro', mine: 'mitt', theirs: 'deras', byName: 'Karin' },
      { field: 'symptoms', mine: ['a', 'b'], theirs: ['a', 'c'], byName: 'Karin' },
    ],
  };

  it('decide field by field; what is not decided is what was saved', () => {
    expect(resolveConflict(conflict, { intro: 'mine' })).toEqual(
      content({ asset: 'HP', intro: 'mitt', symptoms: ['a', 'c'] }),
    );
  });

  it('may keep both lists', () => {
    expect(conflict.fields.map(mayKeepBoth)).toEqual([false, true]);
    expect(resolveConflict(conflict, { symptoms: 'both' }).symptoms).toEqual(['a', 'c', 'b']);
  });

  it('are told from other conflicts', () => {
    const failure = (body: unknown) => new ApiFailure({ kind: 'conflict', status: 409, body });
    expect(conflictOf(failure(conflict))?.merged.asset).toBe('HP');
    expect(conflictOf(failure({ error: 'conflict', message: 'Namnet finns.' }))).toBeNull();
  });
});

describe('the tools of a text', () => {
  const chosen = (text: string, start: number, end: number) => ({ text, start, end });

  it('mark what is chosen, and take the mark away again', () => {
    const marked = wrap(chosen('en röd lampa', 3, 6), '**', '**');
    expect(marked).toEqual(chosen('en **röd** lampa', 5, 8));
    expect(wrap(marked, '**', '**')).toEqual(chosen('en röd lampa', 3, 6));
  });

  it('make the chosen lines a list', () => {
    expect(bullets(chosen('ett\ntvå\ntre', 1, 6)).text).toBe('- ett\n- två\ntre');
  });

  it('put a picture in, with its description kept inside its brackets', () => {
    expect(insert(chosen('a b', 1, 2), imageMarkdown('images/x.png', 'uttag [1]\nvänster')).text).toBe(
      'a![uttag 1 vänster](images/x.png)b',
    );
  });
});

describe('dates in the form', () => {
  it.each([
    [null, ''],
    ['2026-11-26', '2026-11-26T00:00'],
    ['2026-11-26T06:00', '2026-11-26T06:00'],
    ['2026-11-26T06:00:00', '2026-11-26T06:00'],
    ['2026-11-26T06:00:00Z', '2026-11-26T07:00'],
    ['2026-07-01T06:00:00+02:00', '2026-07-01T06:00'],
    ['nonsense', ''],
  ])('%o is shown as %o', (moment, shown) => {
    expect(toLocalInput(moment, 'Europe/Stockholm')).toBe(shown);
  });

  it('half a year from a long month’s end is that month’s last day', () => {
    expect(monthsAfter(new Date('2026-08-31T12:00:00Z'), 6)).toBe('2027-02-28');
  });
});
