import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, openPage } from '../support/browser.ts';
import { latest, play, ready, say } from '../support/browser-play.ts';
import { findFaults } from '../support/find-faults.ts';
import { describeWith } from '../support/needs.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';
import { standInModel } from '../support/stand-in-model.ts';

const first = 'Tryck på Source på fjärrkontrollen tills det står HDMI 2.';
const second = 'Fjärrkontrollen bor i tygfickan bakom gardinen till höger.';

describeWith(
  { name: 'Chromium', present: chromiumPath !== null },
  'an answer that a model words, in Chromium',
  () => {
    let browser: Browser;
    let app: SimulatedApp;
    const { promise: goOn, resolve: release } = Promise.withResolvers<void>();
    beforeAll(async () => {
      const model = standInModel({
        async compose(_asked, _call, onLine) {
          onLine(`${first} [1]`);
          await goOn;
          onLine(`${second} [1]`);
          return { model: 'stand-in', prompt: 'compose-answer@0' };
        },
      });
      const languageModel = {
        model,
        modes: { usual: 'on', byCategory: {} },
        patience: 100,
        giveToCase: async () => undefined,
      } as const;
      [browser, app] = await Promise.all([launchBrowser(), startSimulatedApp({ languageModel })]);
    });
    afterAll(async () => {
      release();
      await browser?.close();
      await app?.close();
    });

    test('grows before their eyes, and says whose words they are', async () => {
      const { page, errors } = await openPage(browser, { viewport: { width: 1360, height: 1000 } });
      await page.goto(app.url);
      await ready(page);
      const hanna = await play(page, 'Personal', 'Hanna Nilsson');
      await hanna.getByText('Jag heter Vaktis och är en robot').waitFor();

      await say(page, 'Personal', 'Projektorn i lekhallen är svart');
      await hanna.getByText('Jag läser notiserna …').waitFor();
      await hanna.getByText(first).waitFor();
      expect(await hanna.getByText(second).count()).toBe(0);
      expect(await hanna.getByText('AI-genererat').count()).toBe(0);

      release();
      await hanna.getByText(second).waitFor();
      expect(await hanna.getByText(first).count()).toBe(1);
      await hanna.getByText('AI-genererat').waitFor();
      await hanna.getByRole('list', { name: 'Källor' }).waitFor();
      await hanna.getByText('Formulerat av en språkmodell utifrån notiserna. Den kan ha fel.').waitFor();
      expect(await findFaults(page)).toEqual([]);

      await latest(hanna, 'Visa hela notisen').click();
      await hanna.getByText('Från platsnotisen').waitFor();
      await latest(hanna, 'Prata med en människa').click();
      await hanna.getByText('Jag har skickat ärendet till Karin Lind').waitFor();
      expect(await page.getByText('Teams säger nej (').count()).toBe(0);
      expect(errors).toEqual([]);
    });
  },
);
