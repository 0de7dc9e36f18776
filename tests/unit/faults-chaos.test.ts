import { describe, expect, it } from 'vitest';
import { type Expected, judge, type Seen } from '../chaos/faults/expect.ts';
import type { Handoff } from '../chaos/faults/people.ts';
import type { Shown } from '../chaos/faults/teams.ts';

const karin = { aadObjectId: 'karin', name: 'Karin Lind' };
const requester = { aadObjectId: 'eva', name: 'Eva' };
const hers: Handoff = {
  conversation: 'a:chat-eva',
  person: requester,
  word: 'fall0x',
  whose: 'technician',
  said: [{ at: 0, taken: true, tries: 1 }],
};

function shown(conversation: string, words: string, changes: Partial<Shown> = {}): Shown {
  return { conversation, at: 100, how: 'new', body: { text: words }, fault: null, ...changes };
}

const told = [
  'Det här brukar hjälpa',
  'En människa tar över. Ärende VK-1001',
  'Karin Lind har tagit det här. VK-1001',
  'Klart: Bytte kabeln. VK-1001',
];

function expected(changes: Partial<Expected> = {}): Expected {
  const press = { conversation: 'a:chat-karin', caseId: 'c', offerId: 'o', at: 100, tries: [200], silent: 0 };
  return {
    handoffs: [hers],
    handlers: [karin],
    pressed: [
      { ...press, verb: 'accept', answer: { text: 'VK-1001' } },
      { ...press, verb: 'resolve', answer: { text: 'VK-1001' } },
    ],
    ...changes,
  };
}

function seen(changes: Partial<Seen> = {}): Seen {
  return {
    shown: told.map((words) => shown(hers.conversation, words)),
    tickets: [],
    happened: [],
    ...changes,
  };
}

describe('the check after the chaos', () => {
  it('is content when everybody was told everything once', () => {
    expect(judge(expected(), seen())).toMatchObject({ broken: [], cases: 1 });
  });

  it.each(told.slice(1))('misses "%s"', (missing) => {
    const without = told.filter(
      (words) => words !== missing && !(missing.includes('tar över') && /VK/.test(words)),
    );
    const { broken } = judge(
      expected(),
      seen({ shown: without.map((words) => shown(hers.conversation, words)) }),
    );
    expect(broken).not.toEqual([]);
  });

  it('sees a second case, a case that two have, and a press without an answer', () => {
    const twoCases = [...told, 'Ärende VK-1002'].map((words) => shown(hers.conversation, words));
    expect(judge(expected(), seen({ shown: twoCases })).broken).toHaveLength(1);
    const [, resolved] = expected().pressed;
    if (resolved === undefined) throw new Error('there is no press');
    const omar = { aadObjectId: 'omar', name: 'Omar Haddad' };
    const pressed = [...expected().pressed, { ...resolved, conversation: 'a:chat-omar' }];
    const both = judge(expected({ pressed, handlers: [karin, omar] }), seen());
    expect(both.broken).toContain('fall0x: 2 finished VK-1001');
    const silent = expected({ pressed: [...expected().pressed, { ...resolved, tries: [0, 500] }] });
    expect(judge(silent, seen()).broken).toHaveLength(1);
    const left = expected({ pressed: [...expected().pressed, { ...resolved, silent: 1 }] });
    expect(judge(left, seen()).broken).toEqual(['the promised answer to resolve on c never came']);
  });

  it('takes a repeat for broken, but where a fault hid the first copy, which is counted by its name', () => {
    const again = shown(hers.conversation, told[0] ?? '', { at: 9_000 });
    const first = seen().shown;
    expect(judge(expected(), seen({ shown: [...first, again] })).broken).toHaveLength(1);
    const happened = [{ kind: 'kill', from: 1_000, until: 5_000 }];
    const hidden = judge(expected(), seen({ shown: [...first, again], happened }));
    expect(hidden.broken).toEqual([]);
    expect([...hidden.unavoidable]).toEqual([['kill', 1]]);
    const uncertain = first.map((one, index) =>
      index === 0 ? { ...one, fault: 'took-and-500' as const } : one,
    );
    const byTeams = judge(expected(), seen({ shown: [...uncertain, again] }));
    expect([...byTeams.unavoidable]).toEqual([['teams took-and-500', 1]]);
    const longBefore = [{ kind: 'kill', from: 8_000, until: 9_500 }];
    expect(judge(expected(), seen({ shown: [...first, again], happened: longBefore })).broken).toHaveLength(
      1,
    );
  });

  it('lets the contractor have what every technician said no to', () => {
    const words = [...told.slice(0, 2), 'Ditt ärende är nu hos Stadens servicedesk. VK-1001'];
    const shownThen = words.map((text) => shown(hers.conversation, text));
    const ticket = { title: '[VK-1001] Skrivare', text: 'skriver inte ut fall0x' };
    expect(judge(expected({ pressed: [] }), seen({ shown: shownThen, tickets: [ticket] })).broken).toEqual(
      [],
    );
    expect(judge(expected({ pressed: [] }), seen({ shown: shownThen })).broken).not.toEqual([]);
  });

  it('wants one ticket with their words for what is the contractor’s', () => {
    const theirs = expected({ handoffs: [{ ...hers, whose: 'contractor' }], pressed: [] });
    const words = ['Svar', 'Jag har lämnat ärendet till Stadens servicedesk. Ärende VK-1001'];
    const shownThen = words.map((text) => shown(hers.conversation, text));
    const ticket = { title: '[VK-1001] Lösenord', text: 'glömt lösenord fall0x' };
    const judged = (tickets: Seen['tickets']) => judge(theirs, seen({ shown: shownThen, tickets })).broken;
    expect(judged([ticket])).toEqual([]);
    expect(judged([])).not.toEqual([]);
    expect(judged([ticket, ticket])).toEqual(['fall0x: 2 tickets for VK-1001']);
  });
});
