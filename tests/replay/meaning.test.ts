import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMeaning } from '#adapters/language-model/open-meaning.ts';
import type { VectorStore } from '#adapters/language-model/vector-store.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../support/embeddings-server.ts';
import { createTestLog } from '../support/storage.ts';
import { demoFolder } from '../support/talk.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const noStore: VectorStore = {
  load: async () => new Map(),
  save: async () => undefined,
  keepOnly: async () => undefined,
};

let server: EmbeddingsServer;
let app: AppOnLoopback;
let asked: string[];
let stop: () => Promise<void>;

beforeEach(async () => {
  server = await startEmbeddingsServer();
  const log = createTestLog();
  const settings = { url: server.url, model: 'test', key: null };
  const real = openMeaning({ settings, store: noStore, log });
  const { notes } = await readDeskFolder(demoFolder);
  real.follow(notes);
  await expect.poll(() => log.lines.join()).toContain(`"done":${notes.length}`);
  asked = [];
  const meaning: Meaning = {
    prepare: real.prepare,
    around(own, text) {
      asked.push(text);
      return real.around(own, text);
    },
  };
  app = await startApp({ meaning });
  stop = () => real.close();
});
afterEach(async () => {
  await app.close();
  await stop();
  await server.close();
});

const words = () => JSON.stringify(app.said(hanna).map(({ body }) => body));

describe('the whole app with embeddings', () => {
  it('asks the model before it triages, with secrets masked', async () => {
    await app.post(hanna, 'personal-message', { text: 'quux i lekhallen, lösenordet är Hemligt99!' });
    expect(asked.at(-1)).toContain('quux i lekhallen');
    expect(server.texts.at(-1)).toContain('quux i lekhallen');
    expect(server.texts.join('\n')).not.toContain('Hemligt99');
    expect(app.said(hanna).length).toBeGreaterThan(0);
  });

  it('answers by the words, in time, when the model stalls', async () => {
    // It never answers: nothing but the patience with it lets the turn go on.
    server.answer = 'stall';
    await app.post(hanna, 'personal-message', { text: 'Projektorn i lekhallen är svart' });
    expect(words()).toContain('HDMI 2');
  });
});
