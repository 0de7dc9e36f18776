import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { createPace, type PacePorts } from './keep-pace.ts';
import { openForm, refuse } from './open-form.ts';
import { type BeyondChat, type BeyondPorts, languageOfPresser, type Presser } from './ports.ts';
import { search } from './search.ts';
import { submitForm } from './submit-form.ts';

/**
 * What people do with Vaktis outside their chat with it: a case out of somebody's message, and a search. None of it
 * passes the door that messages do, so each person, and each tenant, may ask for so much and no more.
 */
export function createBeyondChat(ports: BeyondPorts & PacePorts): BeyondChat {
  const pace = createPace(ports);
  const languageOf = async ({ locale }: Presser): Promise<ReplyLanguage> =>
    languageOfPresser(locale, (await ports.deskSource.current()).desk.settings.language);
  return {
    async openForm(request) {
      if (pace.hasEnough(request)) return refuse(await languageOf(request), 'too-much');
      return openForm(ports, request);
    },
    async submitForm(submission) {
      if (pace.hasEnough(submission, true)) return refuse(await languageOf(submission), 'too-much');
      return submitForm(ports, submission);
    },
    async search(request) {
      if (!pace.hasEnough(request)) return search(ports, request);
      const language = await languageOf(request);
      return { kind: 'search-refused', language, reason: 'too-much', reference: null };
    },
  };
}
