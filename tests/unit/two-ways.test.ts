import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { Press } from '#bot/conversation/incoming-message.ts';
import { nextContractorStep, recordSent } from '#bot/handoff/contractor-handover.ts';
import { hearContractor } from '#bot/handoff/hear-contractor.ts';
import type { MatrixSuggestion } from '#bot/handoff/matrix-suggestion.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { loadDesk, mondayMorning, startTalk, type Talk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const dispatcher = 'mona.grahn@ekbacken.example';

let loaded: LoadedDesk;
let talk: Talk;
let at: Date;
let ids = 0;

beforeAll(async () => {
  loaded = await loadDesk();
});
beforeEach(() => {
  talk = startTalk(loaded, { from: hanna });
  talk.memory.matrix.settings = loaded.desk.settings;
  at = new Date(mondayMorning);
});

const stores = () => createMemoryStores(talk.memory);
const newId = () => {
  ids += 1;
  return `two-${ids}`;
};
const ctx = () => ({ at, newId, loaded });
const later = (minutes = 5) => {
  at = new Date(at.getTime() + minutes * 60_000);
};
const say = (text: string) => talk.say(text, { at: at.toISOString(), id: newId() });
const press = (pressed: Partial<Press> & Pick<Press, 'verb'>, from: string) =>
  talk.press(pressed, { at: at.toISOString(), from, id: newId() });

/** All that was said to somebody since the last look, in words. */
function heardBy(upn: string, before: number): string {
  const all = [...talk.memory.deliveries.values()].slice(before);
  return all
    .flatMap(({ target, content }) => {
      const to = target.kind === 'person' ? target.upn : target.address.userId;
      return to === upn && content.kind === 'reply'
        ? [renderText(content.envelope, { timezone: 'Europe/Stockholm', now: at })]
        : [];
    })
    .join('\n\n');
}
const told = async (upn: string, act: () => Promise<unknown>) => {
  const before = talk.memory.deliveries.size;
  await act();
  return heardBy(upn, before);
};

/** @returns what their system is told next; null: nothing. */
async function sendOn(caseId: string): Promise<{ comment: string | null; reopens: boolean } | null> {
  const step = await nextContractorStep(stores(), ctx(), { caseId, files: false });
  if (step === null) return null;
  await recordSent(stores(), ctx(), { caseId, step, contractorReference: 'INC0012345' });
  return { comment: step.comment, reopens: step.reopens };
}

type Theirs =
  | { readonly kind: 'comment'; readonly author: string; readonly text: string }
  | {
      readonly kind: 'state';
      readonly state: 'in-progress' | 'waiting' | 'resolved' | 'returned';
      readonly theirs: string;
    };
const theirs = (caseId: string, news: Theirs) => {
  const reference = talk.memory.cases.get(caseId)?.number ?? '';
  const given = { id: newId(), reference, contractorReference: 'INC0012345', at, ...news };
  return hearContractor(stores(), ctx(), { contractorId: 'servicedesk', news: given });
};

/** A locked account that the contractor has. */
async function withContractor(): Promise<string> {
  await say('jag kan inte logga in i Teams, kontot är låst');
  await say('det hjälpte inte');
  const caseId = [...talk.memory.cases.keys()].at(-1) ?? '';
  await sendOn(caseId);
  later();
  return caseId;
}

describe('a case that the contractor has, as its requester sees it', () => {
  test('stands in plain words, never in the vendor’s', async () => {
    const caseId = await withContractor();
    const heard = [
      await told(hanna, () =>
        theirs(caseId, { kind: 'state', state: 'in-progress', theirs: 'Work in Progress' }),
      ),
      await told(hanna, () => say('hur går det?')),
      await told(hanna, () =>
        theirs(caseId, { kind: 'comment', author: 'svc_it2', text: 'Vilket användarnamn?' }),
      ),
      await told(hanna, () => theirs(caseId, { kind: 'state', state: 'waiting', theirs: 'Awaiting Caller' })),
      await told(hanna, () => say('hur går det?')),
    ];
    expect(heard[0]).toContain('Stadens servicedesk arbetar med ditt ärende nu');
    expect(heard[1]).toContain('Pågår: Stadens servicedesk har det');
    expect(heard[2]).toContain('Vilket användarnamn?');
    expect(heard[3]).toContain('Vi väntar på svar från dig.');
    expect(heard[3]).toContain('Svara här i chatten.');
    expect(heard[4]).toContain('Väntar på svar från dig');
    expect(heard.join('\n')).not.toMatch(/progress|caller|awaiting|svc_it2|on-hold/i);
  });

  test('takes what the requester adds to their system, as an answer when one is waited for', async () => {
    const caseId = await withContractor();
    await say('det gäller även min kollega Bengt');
    expect(await sendOn(caseId)).toEqual({
      comment: 'Hanna Nilsson lägger till: det gäller även min kollega Bengt',
      reopens: false,
    });
    await theirs(caseId, { kind: 'state', state: 'waiting', theirs: 'Awaiting Caller' });
    later();
    await say('det är hanni01');
    expect((await sendOn(caseId))?.comment).toBe('Hanna Nilsson svarar: det är hanni01');
    expect(await sendOn(caseId)).toBeNull();
  });

  test('is opened again there with the reason when "solved" was not so', async () => {
    const caseId = await withContractor();
    const asked = await told(hanna, () =>
      theirs(caseId, { kind: 'state', state: 'resolved', theirs: 'Resolved' }),
    );
    expect(asked).toContain('Fungerar det nu?');
    later();
    const answered = await told(hanna, () => say('nej, samma felmeddelande'));
    expect(answered).toContain('är öppet igen');
    expect(await sendOn(caseId)).toEqual({
      comment: 'Hanna Nilsson öppnar ärendet igen: nej, samma felmeddelande',
      reopens: true,
    });
  });

  test.each(['nej', 'Nej, det är likadant', 'nä det går inte in', 'No, the same message'])(
    '%j is a no',
    async (text) => {
      const caseId = await withContractor();
      await theirs(caseId, { kind: 'state', state: 'resolved', theirs: 'Resolved' });
      later();
      await say(text);
      expect(await sendOn(caseId)).toMatchObject({ reopens: true });
      expect(talk.memory.cases.size).toBe(1);
    },
  );

  test.each(['nu fungerar det', 'nej nu fungerar det igen', 'nej tack'])('%j is none', async (text) => {
    const caseId = await withContractor();
    await theirs(caseId, { kind: 'state', state: 'resolved', theirs: 'Resolved' });
    later();
    await say(text);
    expect(talk.memory.cases.get(caseId)?.state).not.toBe('in-progress');
    expect(talk.memory.cases.size).toBe(1);
  });

  test('"no, but the projector" is another matter', async () => {
    const caseId = await withContractor();
    await theirs(caseId, { kind: 'state', state: 'resolved', theirs: 'Resolved' });
    later();
    await say('nej men nu är projektorn i lekhallen svart');
    expect(talk.memory.cases.get(caseId)?.state).toBe('resolved');
  });

  test('asks why after a "no" without a word, and sends that on', async () => {
    const caseId = await withContractor();
    await theirs(caseId, { kind: 'state', state: 'resolved', theirs: 'Resolved' });
    later();
    const pressed = await press({ verb: 'not-resolved', caseId }, hanna);
    const answer = pressed.replies.map(({ content }) => content).find(({ kind }) => kind === 'reopened');
    expect(answer ?? pressed.pressAnswer?.content).toMatchObject({ kind: 'reopened', asksWhy: true });
    expect((await sendOn(caseId))?.reopens).toBe(true);
    later();
    await say('kontot är låst fortfarande');
    expect((await sendOn(caseId))?.comment).toContain('kontot är låst fortfarande');
  });

  test('does not leave the requester alone with "this is not ours"', async () => {
    const caseId = await withContractor();
    const heard = await told(hanna, () =>
      theirs(caseId, {
        kind: 'comment',
        author: 'A',
        text: 'Ingår inte i vårt avtal. Ni får lösa det lokalt.',
      }),
    );
    expect(heard).toContain('Du behöver inte göra något.');
    expect(heard).not.toContain('Svara här');
  });

  test('goes to a named technician when a dispatcher presses "not theirs", and the requester hears who', async () => {
    const caseId = await withContractor();
    const pressed = { verb: 'not-theirs', caseId, value: 'not-in-agreement', text: 'Inte vårt.' } as const;
    const heard = await told(hanna, () => press(pressed, dispatcher));
    expect(heard).toContain('Ditt ärende har gått vidare till Karin Lind');
    expect(heard).toContain('Leverantören säger att det är vårt att lösa.');
    expect(await told(hanna, () => press(pressed, dispatcher))).toBe('');
    expect(await told(hanna, () => press(pressed, hanna))).not.toContain('gått vidare');
    expect(talk.memory.events.filter(({ kind }) => kind === 'bounced')).toHaveLength(1);
  });
});

describe('a dispatcher’s press on a suggested row', () => {
  const suggestion: Omit<MatrixSuggestion, 'caseIds'> = {
    id: 'm1',
    contractorId: 'servicedesk',
    category: 'account',
    siteKind: 'preschool',
    at: new Date(0),
    bounced: 3,
    tickets: 3,
    status: 'open',
    decidedBy: null,
    decidedAt: null,
  };
  const answerTo = async (verb: 'approve-row' | 'dismiss-row', from: string): Promise<Reply | undefined> =>
    (await press({ verb, value: 'm1' }, from)).pressAnswer?.content;

  beforeEach(async () => {
    const caseId = await withContractor();
    talk.memory.matrix.suggestions.set('m1', { ...suggestion, caseIds: [caseId] });
  });

  test('adds it, once', async () => {
    expect(await answerTo('approve-row', dispatcher)).toMatchObject({ decision: 'approved', row: 2 });
    expect(await answerTo('approve-row', dispatcher)).toMatchObject({ before: 'Mona Grahn', row: null });
    expect(talk.memory.matrix.settings?.responsibility[1]).toMatchObject({
      category: 'account',
      siteKind: 'preschool',
      handledBy: 'local',
    });
  });

  test('can be found again by asking, until it is decided', async () => {
    const ask = () => talk.say('visa förslag', { at: at.toISOString(), from: dispatcher, id: newId() });
    expect((await ask()).replies[0]?.content).toMatchObject({ kind: 'matrix-suggestion', id: 'm1' });
    await answerTo('dismiss-row', dispatcher);
    expect((await ask()).replies[0]?.content).toEqual({ kind: 'no-matrix-suggestions' });
    expect((await say('förslag')).replies[0]?.content.kind).not.toContain('matrix');
  });

  test('is nothing for anybody else', async () => {
    expect(await answerTo('approve-row', hanna)).not.toMatchObject({ kind: 'matrix-decided' });
    expect(talk.memory.matrix.settings).toEqual(loaded.desk.settings);
  });
});
