import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { categories } from '#bot/desk/category.ts';
import { unlistedPerson } from '#bot/desk/person.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import type { ModelModes } from '#bot/model/modes.ts';
import { createReader } from '#bot/model/understand-messages.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { LooseUnderstanding, type Understanding } from '#bot/triage/understanding.ts';
import { withModel } from '#bot/with-model.ts';
import { createMemoryStorage, emptyMemory } from '../support/memory-stores.ts';
import { nothingUnderstood, standInModel } from '../support/stand-in-model.ts';
import { loadDesk, mondayMorning } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

const rules = createTriage({ chooseResponsible });
const quiet = { info: () => undefined };

/** What two triages must have in common whatever a model read: who gets it, where, how urgent, as what. */
function routeOf({
  site,
  category,
  priority,
  responsible,
  type,
  intent,
  referral,
  more,
  wantsPerson,
}: Triage) {
  return {
    site,
    category: category.id,
    priority,
    responsible,
    type,
    intent,
    referral,
    wantsPerson,
    more: more.map((one) => one.category.id),
  };
}

async function both(text: string, understanding: Understanding, mode: 'suggest' | 'on' = 'on') {
  const reader = createReader({
    model: standInModel({ understand: async () => understanding }),
    modes: { usual: mode, byCategory: {} },
    patience: 100,
    log: quiet,
  });
  const from =
    loaded.desk.people.get('hanna.nilsson@ekbacken.example') ?? [...loaded.desk.people.values()][0];
  const person = from ?? unlistedPerson({ upn: 'x', aadObjectId: null, name: 'X' });
  await reader.prepare(text, { upn: person.upn, desk: loaded.desk });
  const request = { text, from: person, at: new Date(mondayMorning), siteId: null, shownNoteIds: [] };
  const open = new Map<string, number>();
  return {
    alone: rules(request, loaded, open),
    withModel: reader.around(rules)(request, loaded, open),
  };
}

const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
const maybe = fc.option(words);
const adversarial: fc.Arbitrary<Understanding> = fc.record({
  language: fc.constantFrom('sv', 'en', 'de', 'ar', 'so', 'fi'),
  inDeskLanguage: fc.option(
    fc.oneof(
      words,
      fc.constantFrom('det brinner', 'prata med en människa', 'larmkoden', 'projektorn i lekhallen är svart'),
    ),
  ),
  category: fc.option(fc.constantFrom(...categories)),
  what: maybe,
  where: maybe,
  device: maybe,
  since: maybe,
  affected: maybe,
  urgency: fc.option(fc.constantFrom(...priorityLevels)),
  problems: fc.array(words, { maxLength: 5 }),
  wantsPerson: fc.boolean(),
  missing: fc.array(words, { maxLength: 5 }),
});

const read = [
  'projektorn i lekhallen är svart',
  'skrivaren skriver inte ut och det luktar bränt',
  'kan du beställa tre nya plattor till Solrosen',
  'I cannot log in to my account since this morning',
  'wifi är borta i hela huset',
  'jag vill prata med en människa',
  'en lampa är trasig i köket',
  'the printer is jammed and the projector is dark',
];
const foreign = [
  'الطابعة لا تعمل منذ الصباح',
  'Der Projektor im Spielzimmer ist schwarz und wir haben gleich eine Vorführung',
  'პროექტორი შავია სათამაშო ოთახში',
  'Tulostin ei toimi eikä kukaan pääse verkkoon tänään',
];

describe('whatever a model reads', () => {
  it('decision and routing are the rules’ own in the languages that they read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...read), adversarial, async (text, understanding) => {
        const { alone, withModel } = await both(text, understanding);
        expect(routeOf(withModel)).toEqual(routeOf(alone));
        expect(withModel.decision).toBe(alone.decision);
        expect(withModel.question).toEqual(alone.question);
        expect(withModel.notes.map(({ note }) => note.id)).toEqual(alone.notes.map(({ note }) => note.id));
        expect(withModel.category.confidence).toBeLessThanOrEqual(alone.category.confidence);
      }),
      { numRuns: 150 },
    );
  });

  it('who gets it is the rules’ own in every language; at most a note for staff is shown first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...foreign), adversarial, async (text, understanding) => {
        const { alone, withModel } = await both(text, understanding);
        expect(routeOf(withModel)).toEqual(routeOf(alone));
        if (withModel.decision === alone.decision) return;
        expect(['ask', 'hand-off']).toContain(alone.decision);
        expect(withModel.decision).toBe('answer');
        expect(withModel.notes.every(({ note }) => note.audience === 'staff')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a message in a language that the rules cannot read', () => {
  const rendered = {
    ...nothingUnderstood,
    language: 'ar',
    inDeskLanguage: 'Projektorn i lekhallen är svart',
  };
  const beyond = 'ፕሮጀክተሩ ጥቁር ነው ምንም አያሳይም';

  it('finds the site’s own note by its rendering', async () => {
    const { alone, withModel } = await both(beyond, rendered);
    expect(alone.decision).not.toBe('answer');
    expect(withModel.decision).toBe('answer');
    expect(withModel.notes[0]?.note.id).toBe('solrosen/projektorn-lekhallen');
    expect(withModel.reasons.map(({ key }) => key)).toContain('model.rendered');
  });

  it('is handed over as before where the model may only suggest', async () => {
    const { alone, withModel } = await both(beyond, rendered, 'suggest');
    expect(withModel.decision).toBe(alone.decision);
  });

  it('is no advice when a person is asked for', async () => {
    const { alone, withModel } = await both(beyond, { ...rendered, wantsPerson: true });
    expect(withModel.decision).toBe(alone.decision);
  });

  it('is no advice when the rendering speaks of danger', async () => {
    const danger = { ...rendered, inDeskLanguage: 'Det ryker ur projektorn i lekhallen' };
    const { alone, withModel } = await both(beyond, danger);
    expect(withModel.decision).toBe(alone.decision);
  });
});

describe('a reading that differs', () => {
  it('makes the rules less sure, and is said to whoever takes the case', async () => {
    const other = { ...nothingUnderstood, category: 'network' as const, problems: ['x'] };
    const { alone, withModel } = await both('projektorn i lekhallen är svart', other);
    expect(withModel.category.confidence).toBeLessThan(alone.category.confidence);
    expect(withModel.reasons.map(({ key }) => key)).toContain('model.category');
    expect(withModel.reading?.rulesConfidence).toBe(alone.category.confidence);
  });

  it('changes nothing when it agrees', async () => {
    const same = { ...nothingUnderstood, category: 'av' as const, problems: ['x'] };
    const { alone, withModel } = await both('projektorn i lekhallen är svart', same);
    expect({ ...withModel, reading: undefined }).toEqual({ ...alone, reading: undefined });
  });
});

describe('a category that is none of the model’s', () => {
  async function isAsked(text: string, modes: ModelModes) {
    let asked = false;
    const understand = async () => {
      asked = true;
      return null;
    };
    const app = withModel(
      { model: standInModel({ understand }), modes, patience: 100, giveToCase: async () => undefined },
      {
        storage: createMemoryStorage(emptyMemory()),
        deskSource: { current: async () => loaded },
        logger: { ...quiet, warn: () => undefined },
        now: () => new Date(mondayMorning),
      },
    );
    const person = unlistedPerson({ upn: 'x', aadObjectId: null, name: 'X' });
    await app?.prepare(text, person, loaded);
    return asked;
  }

  it('keeps its messages from the model', async () => {
    const modes = { usual: 'on', byCategory: { av: 'off' } } as const;
    expect(await isAsked('projektorn i lekhallen är svart', modes)).toBe(false);
    expect(await isAsked('skrivaren drar snett', modes)).toBe(true);
  });

  it('is every one but those that are named, where the desk’s mode is off', async () => {
    const modes = { usual: 'off', byCategory: { av: 'on' } } as const;
    expect(await isAsked('projektorn i lekhallen är svart', modes)).toBe(true);
    expect(await isAsked('skrivaren drar snett', modes)).toBe(false);
  });
});

describe('how models name languages', () => {
  it.each([
    ['sv', 'sv'],
    ['sv-SE', 'sv'],
    ['swe', 'sv'],
    ['Swedish', 'sv'],
    ['English', 'en'],
    ['ara', 'ar'],
    ['Somali', 'so'],
  ])('%s is %s', (given, expected) => {
    expect(LooseUnderstanding.parse({ ...nothingUnderstood, language: given }).language).toBe(expected);
  });

  it('is no reading without one', () => {
    expect(LooseUnderstanding.safeParse({ ...nothingUnderstood, language: '??' }).success).toBe(false);
  });
});
