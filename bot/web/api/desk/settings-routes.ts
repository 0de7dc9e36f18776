import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { ChangeDesk, MatrixRow, MatrixTrial, StoredDeskForm } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { checkContractorForms, checkMatrix, checkSettings } from './check-settings.ts';
import type { DeskPorts } from './desk-ports.ts';
import { toDeskForm } from './forms.ts';
import { settingsOf } from './from-forms.ts';
import { replayMatrix } from './replay-matrix.ts';
import { changeItem, refuseFaults } from './save-item.ts';

/** So many cases are played again to see what another matrix would change. */
const replayed = 500;

export function createSettingsRoutes(ports: DeskPorts): Route[] {
  const { editing } = ports;
  return [
    defineRoute({
      method: 'get',
      path: '/desk/settings',
      summary: 'The desk’s name, hours, responsibility matrix, referrals and contractors',
      access: 'see-desk',
      response: StoredDeskForm,
      async handle() {
        const stored = await editing.read('settings', 'desk');
        if (stored === null) throw new NotFound('the settings');
        return { version: stored.version, value: toDeskForm(stored.value) };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/desk/settings',
      summary: 'Changes them; what the form does not show stays',
      access: 'change-desk',
      body: ChangeDesk,
      response: StoredDeskForm,
      async handle({ body, loaded, person, now, language }) {
        const words = deskWords(language);
        const looking = { desk: loaded.desk, words };
        refuseFaults(checkContractorForms(body.value.contractors, words), 'value.');
        const stored = await changeItem(
          editing,
          { kind: 'settings', id: 'desk', person, now },
          body.basedOn,
          (current) => settingsOf(body.value, current),
          (settings) => checkSettings(settings, loaded.notes.all(), looking),
        );
        return { version: stored.version, value: toDeskForm(stored.value) };
      },
    }),
    tryMatrix(ports),
  ];
}

function tryMatrix({ work, chooseResponsible }: DeskPorts): Route {
  return defineRoute({
    method: 'post',
    path: '/desk/settings/trial',
    summary: 'What the latest cases would have come to if the matrix were this',
    access: 'see-desk',
    body: z.array(MatrixRow).min(1).max(1_000),
    response: MatrixTrial,
    async handle({ body, loaded, language }) {
      const words = deskWords(language);
      refuseFaults(checkMatrix(body, loaded.desk.settings, { desk: loaded.desk, words }), '');
      return replayMatrix(body, await work.latestCases(replayed), loaded, chooseResponsible, language);
    },
  });
}
