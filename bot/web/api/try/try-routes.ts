import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import type { CaseStore } from '#bot/handoff/stores.ts';
import { tryWords } from '#bot/i18n/api-try.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import { FaultyInput } from '../api-errors.ts';
import { EarlierQuestions, TriedDraft, TryQuestion, TryResult } from '../contract/try-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import type { Reader } from '../notes/note-detail.ts';
import { triedNote } from '../notes/tried-note.ts';
import { earlierQuestions } from './earlier-questions.ts';
import { tryQuestion } from './try-question.ts';

export type TryPorts = {
  /** How messages are understood, but for what a language model would add: a trial costs nobody anything. */
  readonly understanding: Pick<ReceivePorts, 'triage' | 'prepare'>;
  readonly cases: Pick<CaseStore, 'openCountByTechnician'>;
  readonly work: Pick<WorkStore, 'earlierQuestions'>;
};

const mostEarlier = 500;

/** What would Vaktis say, and what would it have said? Nothing is stored or counted. */
export function createTryRoutes(ports: TryPorts): Route[] {
  return [tryRoute(ports), earlierRoute(ports)];
}

function tryRoute({ understanding, cases }: TryPorts): Route {
  return defineRoute({
    method: 'post',
    path: '/try',
    summary: 'Ask as anybody anywhere, and see the answer and why; nothing is stored or counted',
    access: 'try-questions',
    body: TryQuestion,
    response: TryResult,
    async handle({ body, loaded, language, now, rights }) {
      const { desk } = loaded;
      const words = tryWords(language);
      const person = desk.people.get(body.asUpn.trim().toLowerCase());
      if (person === undefined) throw faulty('asUpn', words.noPerson);
      if (body.siteId !== null && !desk.sites.has(body.siteId)) throw faulty('siteId', words.noSite);
      const draft = body.draft === null ? null : readDraft(body.draft, { loaded, rights });
      await understanding.prepare?.(body.text, person, loaded);
      const openCases = await cases.openCountByTechnician();
      const at = body.at === null ? now : new Date(body.at);
      const tried = { text: body.text, person, siteId: body.siteId, at, draft };
      return tryQuestion(tried, { loaded, triage: understanding.triage, openCases, language });
    },
  });
}

function earlierRoute({ work }: TryPorts): Route {
  return defineRoute({
    method: 'post',
    path: '/notes/earlier-questions',
    summary: 'Which earlier questions a note would have answered',
    access: 'edit-notes',
    body: TriedDraft,
    response: EarlierQuestions,
    async handle({ body, loaded, rights, now }) {
      const draft = readDraft(body, { loaded, rights });
      // What others asked is for who looks after those sites.
      if (!rights.mayEdit(draft)) throw new NotAllowed(`may not edit ${draft.id}`);
      return earlierQuestions(draft, await work.earlierQuestions(mostEarlier), loaded, now);
    },
  });
}

/** A draft over a note that its reader may not know of is none. @throws NotFound */
function readDraft(draft: TriedDraft, { loaded, rights }: Pick<Reader, 'loaded' | 'rights'>) {
  const note = triedNote(draft, loaded.notes);
  const known = loaded.notes.get(note.id);
  if (!rights.mayRead(note) || (known && !rights.mayRead(known))) throw new NotFound(`no note ${note.id}`);
  return note;
}

function faulty(path: string, message: string): FaultyInput {
  return new FaultyInput([{ path, message }]);
}
