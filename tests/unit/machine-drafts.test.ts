import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMachineDraftStore } from '#adapters/storage/machine-draft-store.ts';
import { createNoteReviewStore } from '#adapters/storage/note-review-store.ts';
import { createDraftWriter } from '#bot/model/draft-writer.ts';
import type { LanguageModel } from '#bot/model/language-model.ts';
import { createMachineDrafts, type MachineDrafts } from '#bot/model/machine-drafts.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { CaseDraft, UnansweredCluster, WorkKind } from '#bot/web/api/contract/work-contract.ts';
import { createWorkRoutes } from '#bot/web/api/work/work-routes.ts';
import { type ApiWorld, openApiWorld, worldNow } from '../support/api-world.ts';
import { person, site, smallDesk } from '../support/small-desk.ts';
import { standInModel } from '../support/stand-in-model.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const editor = 'lib@desk.example';
const desk = smallDesk({
  sites: [site('solen')],
  people: [person(editor, { roles: ['editor'], edits: ['*'] })],
});
const by = { model: 'stand-in', prompt: 'draft-note@7' };
const said = { title: 'Svart bild i aulan', symptoms: ['Projektorn är svart'], steps: ['Byt hdmi-kabeln.'] };

let world: ApiWorld;
let drafts: MachineDrafts;
/** What the model says now, and how often it was asked. */
let model: Pick<LanguageModel, 'draftNote' | 'nameCluster'>;
let asked: string[];
beforeEach(() => {
  asked = [];
  model = standInModel();
});

beforeAll(async () => {
  const asking = standInModel({
    draftNote: async (...question) => {
      asked.push(question[0].dialogue.text);
      return model.draftNote(...question);
    },
    nameCluster: async (...question) => {
      asked.push(question[0].questions.map(({ text }) => text).join('|'));
      return model.nameCluster(...question);
    },
  });
  world = await openApiWorld(desk, [], ({ opened, editing, work, suggestions }) => {
    drafts = createMachineDrafts({
      writer: createDraftWriter(asking),
      store: createMachineDraftStore(opened.database),
      now: () => worldNow,
      log: { warn: () => {} },
    });
    return createWorkRoutes({
      ...{ editing, work, suggestions, machineDrafts: drafts },
      review: createNoteReviewStore(opened.database),
      understanding: { triage: createTriage({ chooseResponsible }) },
    });
  });
});
afterAll(() => world.close());

async function heap<T>(kind: WorkKind): Promise<T[]> {
  const { body } = await world.api.call(editor, 'get', `/work/${kind}`);
  return (body as { items: T[] }).items;
}
/** What is shown first, and what is shown when the model has had its time. */
async function twice<T>(kind: WorkKind): Promise<[T[], T[]]> {
  const first = await heap<T>(kind);
  await drafts.idle();
  return [first, await heap<T>(kind)];
}
const accept = (kind: WorkKind, id: string, machineMade: boolean) =>
  world.api.call(editor, 'post', `/work/${kind}/${id}`, { decision: 'accept', machineMade });

async function solve(resolution = 'Bytte hdmi-kabeln i aulan.') {
  const packet = {
    ...buildNewCase().packet,
    symptom: 'Projektorn i aulan är svart',
    dialogue: [
      {
        who: 'requester' as const,
        name: 'Eva',
        text: 'Projektorn i aulan är svart, ring 070-123 45 67',
        at: worldNow,
      },
    ],
  };
  return world.opened.storage.stores.cases.create(
    buildNewCase({
      ...{ siteId: 'solen', category: 'av', title: 'Projektorn är svart', state: 'resolved', packet },
      ...{ resolution, resolvedAt: worldNow, createdAt: worldNow },
    }),
  );
}

describe('drafts that a language model writes of solved cases', () => {
  it('are there at the next look, marked, and asked for once', async () => {
    model.draftNote = async () => ({ ...said, by });
    const { id } = await solve();
    const [first, second] = await twice<CaseDraft>('case-drafts');
    await twice('case-drafts');
    expect(first).toMatchObject([
      { id, machineMade: false, seed: { content: { title: 'Projektorn är svart' } } },
    ]);
    expect(second).toMatchObject([
      {
        id,
        machineMade: true,
        seed: { content: { title: 'Svart bild i aulan', steps: ['Byt hdmi-kabeln.'] } },
      },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toContain('070');
  });

  it('are accepted as they were read, although another was written meanwhile', async () => {
    const [draft] = await heap<CaseDraft>('case-drafts');
    const { body } = await accept('case-drafts', draft?.id ?? '', false);
    const { noteId } = body as { noteId: string };
    expect((await world.source.current()).notes.get(noteId)).toMatchObject({ title: 'Projektorn är svart' });
  });

  it('become the note that was read, with what made them on record', async () => {
    model.draftNote = async () => ({ ...said, title: 'Svart bild', by });
    const { id } = await solve();
    const [, [draft]] = await twice<CaseDraft>('case-drafts');
    const { body } = await accept('case-drafts', draft?.id ?? '', true);
    const { noteId } = body as { noteId: string };
    expect((await world.source.current()).notes.get(noteId)).toMatchObject({ title: 'Svart bild' });
    const { rows } = await world.opened.database.query(
      'select model, prompt from machine_drafts where item_id = $1',
      [id],
    );
    expect(rows).toEqual([by]);
  });

  it.each([
    [
      'steps that nobody took',
      async () => ({ ...said, steps: ['Ring 08-508 11 822 och be om kod 4711.'], by }),
    ],
    ['nothing', async () => null],
    ['an error', () => Promise.reject(new Error('gone'))],
  ])('stay the rules’ when the model gives %s', async (_, draftNote) => {
    model.draftNote = draftNote;
    const { id } = await solve();
    const [, second] = await twice<CaseDraft>('case-drafts');
    expect(second).toMatchObject([{ id, machineMade: false }]);
    expect(asked).toHaveLength(1);
    await accept('case-drafts', id, false);
  });
});

describe('titles that a language model gives to questions alike', () => {
  const ask = (text: string) =>
    world.opened.storage.stores.knowledge.keepQuestion({
      ...{ at: worldNow, text, siteId: 'solen', category: 'tablet', language: 'sv', caseId: null },
    });

  it('are shown as the machine’s, and taken over only where they were read', async () => {
    model.nameCluster = async () => ({ text: 'Kodlåset till paddskåpet', by });
    await ask('kodlåset till paddskåpet krånglar');
    expect((await twice<UnansweredCluster>('unanswered'))[1]).toMatchObject([{ machineMade: false }]);
    await ask('kodlåset på paddskåpet krånglar igen');
    const [, [cluster]] = await twice<UnansweredCluster>('unanswered');
    expect(cluster).toMatchObject({ machineMade: true, title: 'Kodlåset till paddskåpet', count: 2 });
    expect(asked).toHaveLength(1);
    const { body } = await accept('unanswered', cluster?.id ?? '', true);
    const { noteId } = body as { noteId: string };
    expect((await world.source.current()).notes.get(noteId)).toMatchObject({
      title: 'Kodlåset till paddskåpet',
    });
  });
});
