import { beforeEach, describe, expect, it } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import { buildPacket } from '#bot/handoff/build-packet.ts';
import { viewForTechnician } from '#bot/handoff/case-views.ts';
import { summariseCase } from '#bot/jobs/summarise-case.ts';
import { createDraftWriter } from '#bot/model/draft-writer.ts';
import type { LanguageModel } from '#bot/model/language-model.ts';
import type { ModelMode } from '#bot/model/modes.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { weighReading } from '#bot/triage/weigh-reading.ts';
import { nothingUnderstood, saying, standInModel } from '../support/stand-in-model.ts';
import { loadDesk, mondayMorning, reply, startTalk, type Talk, withConversations } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const at = new Date(mondayMorning);
const by = { model: 'stand-in', prompt: 'summarise-case@0' };
const quiet = { info: () => undefined, warn: () => undefined };

let loaded: LoadedDesk;
let talk: Talk;
let caseId: string;

beforeEach(async () => {
  loaded ??= await loadDesk();
  talk = startTalk(loaded, { from: hanna });
  const said =
    'Projektorn i lekhallen är svart sedan i morse och vi har föräldramöte klockan 15. Jag har provat att byta kabel och att starta om den flera gånger, och vaktmästaren har tittat på den utan att hitta något fel. Jag vill prata med en människa.';
  const turn = await talk.say(said);
  caseId = turn.caseId ?? '';
});

async function summarise(model: Partial<LanguageModel>, mode: ModelMode = 'on') {
  const storage = withConversations(talk.memory);
  await summariseCase(
    {
      storage,
      deskSource: { current: async () => loaded },
      now: () => at,
      newId: () => crypto.randomUUID(),
      logger: quiet,
      model: standInModel(model),
      modes: { usual: mode, byCategory: {} },
      deliverer: { deliverAll: async () => undefined },
    },
    caseId,
  );
  const item = await storage.stores.cases.get(caseId);
  if (item === null) throw new Error('no case');
  return item;
}

describe('the summary of a new case', () => {
  it('is kept with model and prompt, and shown to whoever takes it as what it is', async () => {
    const item = await summarise({
      summarise: async () => ({ text: 'Projektorn i lekhallen är svart sedan i morse. Kabel är bytt.', by }),
    });
    expect(item.packet.machine).toMatchObject({ model: 'stand-in', prompts: ['summarise-case@0'] });
    const ctx = { at, newId: () => 'x', loaded };
    const view = viewForTechnician(item, { upn: item.offeredTo?.id ?? '', offer: null }, ctx);
    const content = {
      kind: 'case-card',
      view: { ...view, viewer: { ...view.viewer, relation: 'assigned' } },
    } as const;
    const text = renderText({ language: 'sv', introduce: false, content });
    expect(text).toContain(
      'Kort sagt (skrivet av en språkmodell): Projektorn i lekhallen är svart sedan i morse.',
    );
  });

  it('loses what the talk does not say', async () => {
    const item = await summarise({
      summarise: async () => ({ text: 'Projektorn i lekhallen är svart. Ring Bengt på 08-999 99 99.', by }),
    });
    expect(item.packet.machine?.summary).toBe('Projektorn i lekhallen är svart.');
  });

  it('is none when nothing of it stands', async () => {
    const item = await summarise({ summarise: async () => ({ text: 'Allt är bra på plan 9.', by }) });
    expect(item.packet.machine).toBeUndefined();
  });

  it('never crosses to a contractor', async () => {
    const item = await summarise({
      summarise: async () => ({ text: 'Projektorn i lekhallen är svart.', by }),
    });
    expect(item.packet.machine).toBeDefined();
    const [contractor] = loaded.desk.settings.contractors;
    if (contractor === undefined) throw new Error('the demo has a contractor');
    expect(filterForContractor(item, contractor, loaded.desk).case.packet.machine).toBeUndefined();
  });

  it('is made once', async () => {
    let asked = 0;
    const model = {
      summarise: async () => {
        asked += 1;
        return { text: 'Projektorn i lekhallen är svart.', by };
      },
    };
    await summarise(model);
    await summarise(model);
    expect(asked).toBe(1);
  });

  it('brings in mode suggest what the model would have answered, and in mode off nothing', async () => {
    const step = 'Tryck på Source på fjärrkontrollen tills det står HDMI 2.';
    const compose = saying(`${step} [1]`);
    expect((await summarise({ compose }, 'off')).packet.machine).toBeUndefined();
    const item = await summarise({ compose }, 'suggest');
    expect(item.packet.machine?.suggestion).toBe(step);
  });
});

describe('what a model finds in the person’s own words', () => {
  const symptom = 'Surfplattan i köket piper konstigt ända sen vi kom tillbaka från lovet';
  const understanding = {
    ...nothingUnderstood,
    since: 'sen vi kom tillbaka från lovet',
    affected: 'hela kommunen',
  };
  it('goes into the packet, and what is not there does not', () => {
    const from = loaded.desk.people.get(hanna);
    if (from === undefined) throw new Error('no Hanna');
    const request = { text: symptom, from, at, siteId: null, shownNoteIds: [] };
    const byRules = createTriage({ chooseResponsible })(request, loaded, new Map());
    const report = { words: [symptom], attempts: [], dialogue: [], attachments: [], masked: [] };
    const ctx = { at, newId: () => 'x', loaded };
    const pack = (triage: Triage) =>
      buildPacket(ctx, { requester: from, triage, report, siteId: 'solrosen' });
    const packet = pack(weighReading(byRules, understanding));
    expect(packet.affected).toBe(pack(byRules).affected);
    expect(packet.since).toBe(pack(byRules).since ?? 'sen vi kom tillbaka från lovet');
  });
});

describe('a talk in another language', () => {
  it('reaches the technician in the desk’s, with the original kept', async () => {
    talk = startTalk(loaded, { from: hanna });
    const arabic = 'جهاز العرض أسود منذ الصباح، أريد التحدث مع شخص';
    const turn = await talk.say(arabic);
    expect(reply(turn, 'handed-off').case).not.toBeNull();
    caseId = turn.caseId ?? '';
    const item = await summarise({
      translate: async () => ({ text: 'Projektorn är svart sedan i morse.', by }),
    });
    expect(item.packet.symptom).toContain('جهاز العرض');
    expect(item.packet.machine?.translation).toBe('Projektorn är svart sedan i morse.');
  });
});

describe('a draft from a solved case', () => {
  const solved = {
    caseId: 'case-1',
    dialogue: [{ name: 'Hanna', text: 'Skrivaren Kyocera drar snett. Lösenordet är Sommar2024!' }],
    resolution: 'Bytte valsen i fack 2 och rensade facket.',
    language: 'sv',
  } as const;
  const draft = {
    title: 'Skrivaren drar snett',
    symptoms: ['Skrivaren Kyocera drar snett', 'Kopiatorn brinner på plan 4'],
    steps: ['Byt valsen i fack 2.', 'Rensa facket.'],
    by,
  };

  it('keeps what stands in the case, and asks with secrets masked', async () => {
    let asked = '';
    const writer = createDraftWriter(
      standInModel({
        draftNote: async ({ dialogue }) => {
          asked = dialogue.text;
          return draft;
        },
      }),
    );
    const made = await writer.draftNote(solved, loaded.desk);
    expect(made).toMatchObject({ title: 'Skrivaren drar snett', symptoms: ['Skrivaren Kyocera drar snett'] });
    expect(asked).not.toContain('Sommar2024');
  });

  it('is none when its steps are made up', async () => {
    const steps = ['Ring Bengt på 08-999 99 99.', 'Byt valsen i fack 7.'];
    const writer = createDraftWriter(standInModel({ draftNote: async () => ({ ...draft, steps }) }));
    expect(await writer.draftNote(solved, loaded.desk)).toBeNull();
  });

  it('is none without an answer', async () => {
    expect(await createDraftWriter(standInModel()).draftNote(solved, loaded.desk)).toBeNull();
  });
});

describe('a cluster’s title', () => {
  const questions = ['wifi på plattan försvinner', 'plattorna tappar wifi hela tiden'];
  it.each([
    ['Plattorna tappar wifi', 'Plattorna tappar wifi'],
    ['Byt lösenord på http://evil.example', null],
  ])('%s → %s', async (text, expected) => {
    const writer = createDraftWriter(standInModel({ nameCluster: async () => ({ text, by }) }));
    expect((await writer.nameCluster(questions, 'sv', loaded.desk))?.text ?? null).toBe(expected);
  });
});
