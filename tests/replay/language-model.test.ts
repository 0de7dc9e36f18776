import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadClients } from '#adapters/language-model/open-language-model.ts';
import { MaskedText } from '#bot/model/masked-text.ts';
import type { ModelMode } from '#bot/model/modes.ts';
import type { ModelLeash } from '#bot/settings/language-model-settings.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { openTestModel, type TestModel, testLeash } from '../support/language-model.ts';
import * as scripts from '../support/model-server/scripts.ts';
import { type ModelServer, startModelServer } from '../support/model-server/start-model-server.ts';
import { loadDesk } from '../support/talk.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const projector = { text: 'Projektorn i lekhallen på Solrosen är svart' };

let server: ModelServer;
let model: TestModel;
let app: AppOnLoopback;

beforeAll(loadClients);
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(async () => {
  await app.close();
  await model.idle();
  await server.close();
});

type Times = { readonly timeouts: ModelLeash['timeouts']; readonly patience: number };
const patientTimes: Times = { timeouts: testLeash.timeouts, patience: 60_000 };
/** For a model that keeps people waiting. */
const shortTimes: Times = {
  timeouts: { firstToken: 900, answer: 2_500, silence: 200, background: 400 },
  patience: 300,
};

async function start(mode: ModelMode = 'on', { timeouts, patience }: Times = patientTimes) {
  model = openTestModel(server.url, { leash: { timeouts } });
  app = await startApp({
    languageModel: {
      model: model.model,
      modes: { usual: mode, byCategory: {} },
      patience,
      giveToCase: async () => undefined,
    },
  });
}

const bodies = () => app.connector.requests.map(({ body }) => body);
const streamOf = (body: Record<string, unknown>) => {
  const entities = Array.isArray(body.entities) ? body.entities : [];
  return entities.find((entity) => entity.type === 'streaminfo') ?? null;
};
const streamed = () => bodies().filter((body) => streamOf(body) !== null);
const all = () => JSON.stringify(bodies());

describe('an answer in a model’s words', () => {
  it('is streamed: what is done, then the end with label, citations, thumbs and buttons', async () => {
    await start();
    await app.post(hanna, 'personal-message', projector);
    const [first, ...rest] = streamed();
    expect(first).toMatchObject({ type: 'typing', text: 'Jag läser notiserna …' });
    expect(streamOf(first ?? {})).toMatchObject({ streamType: 'informative', streamSequence: 1 });
    const last = rest.at(-1);
    expect(last).toMatchObject({ type: 'message', channelData: { feedbackLoop: { type: 'default' } } });
    expect(streamOf(last ?? {})).toMatchObject({ streamType: 'final' });
    expect(streamOf(last ?? {}).streamId).toMatch(/^sent-/);
    expect(streamOf(last ?? {}).streamSequence).toBeUndefined();
    expect(last?.text).toContain('HDMI 2');
    expect(last?.text).toContain('[1]');
    const label = (Array.isArray(last?.entities) ? last.entities : []).filter(
      (entity) => entity.type === 'https://schema.org/Message',
    );
    expect(label).toHaveLength(1);
    expect(label[0]).toMatchObject({
      additionalType: ['AIGeneratedContent'],
      citation: [{ position: 1, appearance: { '@type': 'DigitalDocument' } }],
    });
    for (const verb of ['solved', 'not-solved', 'talk-to-person', 'all-steps'])
      expect(findAction(last, verb)).not.toBeNull();
    expect(JSON.stringify(last)).toContain('språkmodell');
  });

  it('says first that Vaktis is a bot, and its buttons lead on', async () => {
    await start();
    await app.post(hanna, 'personal-message', projector);
    const last = streamed().at(-1);
    expect(last?.text).toMatch(/Vaktis/);
    await app.post(hanna, 'execute-press', { value: pressValue(last, 'all-steps') });
    const shown = app.said(hanna).at(-1)?.body;
    expect(JSON.stringify(shown)).toContain('HDMI 2');
    expect(streamOf(shown ?? {})).toBeNull();
  });

  it('is kept by its thumb with the note', async () => {
    await start();
    await app.post(hanna, 'personal-message', projector);
    const { streamId } = streamOf(streamed().at(-1) ?? {});
    const delivery = await app.stores.deliveries.sentAs(`a:chat-${hanna.aadObjectId}`, streamId);
    expect(delivery?.content).toMatchObject({ envelope: { content: { kind: 'answer' } } });
  });

  it.each([
    ['does not answer', scripts.stalls],
    ['fails', scripts.fails],
    ['invents', scripts.invents],
    ['obeys whatever it reads', scripts.obeys],
    ['leaks', scripts.leaksMarks],
    ['speaks French', scripts.speaksFrench],
    ['is cut off', scripts.cutsOff],
  ])('is the note itself when the model %s', async (_what, script) => {
    server.script = script;
    await start('on', shortTimes);
    await app.post(hanna, 'personal-message', projector);
    await expect.poll(() => streamed().at(-1)?.type).toBe('message');
    const last = streamed().at(-1);
    expect(JSON.stringify(last)).toContain('HDMI 2');
    expect(findAction(last, 'solved')).not.toBeNull();
    expect(all()).not.toMatch(/4711|evil\.example|Sommar2024|Débranchez|Bengt Nilsson/);
  });

  it('comes whole, as a labelled card, where others read along', async () => {
    await start();
    const group = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true };
    const mention = { ...projector, text: `<at>Vaktis</at> ${projector.text}` };
    await app.post(hanna, 'personal-message', {
      ...mention,
      conversation: { ...group, tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
    });
    expect(streamed()).toEqual([]);
    const card = bodies().find((body) => findAction(body, 'solved') !== null);
    expect(JSON.stringify(card)).toContain('AIGeneratedContent');
    expect(JSON.stringify(card)).toContain('HDMI 2');
  });

  it.each(['off', 'suggest'] as const)('is not what staff get in mode %s', async (mode) => {
    await start(mode);
    await app.post(hanna, 'personal-message', projector);
    expect(streamed()).toEqual([]);
    expect(all()).toContain('HDMI 2');
    expect(server.requests.filter(({ way }) => way === 'stream')).toEqual([]);
  });
});

describe('an endpoint that is dead', () => {
  it('costs a turn nothing once it is left alone: the note comes as if there were no model', async () => {
    server.script = scripts.fails;
    await start();
    const { desk } = await loadDesk();
    const nobody = { upn: null, caseId: null };
    for (const what of ['svart', 'suddig', 'trasig']) {
      const text = MaskedText.of(`Projektorn är ${what}`, desk);
      await model.model.understand({ text, deskLanguage: 'sv', milliseconds: 1_000 }, nobody);
      await model.model.nameCluster({ questions: [text], language: 'sv' }, nobody);
    }
    expect(model.model.rests()).toBe(true);
    const [mark, asked] = [app.mark(), server.requests.length];
    await app.post(hanna, 'personal-message', { text: 'Projektorn i lekhallen på Solrosen är svart' });
    const said = app.connector.requests.slice(mark).map(({ body }) => body);
    expect(said.filter((body) => streamOf(body) !== null)).toEqual([]);
    expect(said.length).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(asked);
  });
});

describe('a case that was talked about with a model', () => {
  it('is given what its calls cost, and waits to be summarised', async () => {
    const given: { caseId: string; upn: string }[] = [];
    model = openTestModel(server.url);
    const metrics = createMetrics();
    app = await startApp({
      languageModel: {
        model: model.model,
        modes: { usual: 'suggest', byCategory: {} },
        patience: 60_000,
        giveToCase: async (of) => void given.push(of),
      },
      metrics: { metrics, token: null },
    });
    await app.post(hanna, 'personal-message', { text: `${projector.text}. Jag vill prata med en människa` });
    await expect.poll(() => given.length).toBe(1);
    expect(given[0]).toMatchObject({ upn: 'hanna.nilsson@ekbacken.example' });
    const opened = await app.stores.cases.get(given[0]?.caseId ?? '');
    expect(opened?.packet.dialogue[0]?.text).toContain('Projektorn');
    await model.idle();
    expect(model.calls.map(({ purpose }) => purpose)).toEqual(['understand']);
  });

  it('does not wait for a model that is off, nor ask it anything', async () => {
    await start('off');
    await app.post(hanna, 'personal-message', projector);
    expect(server.requests).toEqual([]);
    expect(model.calls).toEqual([]);
  });
});
