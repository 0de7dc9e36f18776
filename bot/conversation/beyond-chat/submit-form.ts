import { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { ReportAnswer, ReportFault } from '#bot/reply/beyond-chat.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { identify } from '../identify.ts';
import { fillForm } from './fill-form.ts';
import { makeCase } from './make-case.ts';
import { longestReport, refuse, triageFor } from './open-form.ts';
import { type BeyondPorts, type FormSubmission, languageOfPresser } from './ports.ts';

/** Checks the form, all faults at once; then one message becomes one case in its author's name. */
export async function submitForm(ports: BeyondPorts, submission: FormSubmission): Promise<ReportAnswer> {
  const loaded = await ports.deskSource.current();
  const { desk } = loaded;
  const language = languageOfPresser(submission.locale, desk.settings.language);
  const ticket = ports.tickets.open(submission.ticket);
  const presserId = submission.from.aadObjectId;
  if (presserId === null) return refuse(language, 'unknown-presser');
  if (ticket === null || ticket.presserId !== presserId) return refuse(language, 'not-your-form');
  const presser = identify(submission.from, desk);
  const author = identify(ticket.author, desk);
  const faults = findFaults(submission, desk);
  const siteId = desk.sites.has(submission.siteId) ? submission.siteId : null;
  const category = categoryOf(submission);
  if (faults.length === 0)
    return makeCase(ports, { submission, ticket, author, presser, loaded, siteId, category, language });
  // What was typed is kept; the card itself holds no more than this.
  const { text, masked } = maskSecrets(submission.text.slice(0, 2 * longestReport));
  const leftOut = { files: submission.hasFiles, secrets: masked.length > 0, end: false };
  const triage = triageFor(ports, { text, person: author, loaded, at: submission.at });
  return fillForm(
    { ticket: submission.ticket, author, presser, text, siteId, category, leftOut, faults },
    { loaded, triage, at: submission.at, language },
  );
}

function findFaults(submission: FormSubmission, desk: Desk): ReportFault[] {
  const faults: [boolean, ReportFault][] = [
    [submission.text.trim() === '', 'text-missing'],
    [submission.text.length > longestReport, 'text-too-long'],
    [submission.siteId !== '' && !desk.sites.has(submission.siteId), 'site-unknown'],
    [submission.category !== '' && categoryOf(submission) === null, 'category-unknown'],
  ];
  return faults.flatMap(([found, fault]) => (found ? [fault] : []));
}

/** What is not IT's is not offered: whoever makes a case of it says what it is about. */
function categoryOf({ category }: FormSubmission): Category | null {
  const known = Category.safeParse(category).data ?? null;
  return known === 'not-it' ? null : known;
}
