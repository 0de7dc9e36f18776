import type { ContractorNews } from '#bot/handoff/contractor-connector.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { StateNames } from '../http/states.ts';
import { bySubject } from './find-case.ts';
import { forwardedWords, ownWords } from './own-words.ts';
import type { Bounce } from './read-bounce.ts';
import type { IncomingMail } from './read-mail.ts';
import { meaningOf } from './states.ts';

/** More names than this tell nobody anything. */
const mostFiles = 10;

/** A letter about one case: what they wrote, and what it plainly means. Words about another case mean nothing here. */
export function mapMail(
  mail: IncomingMail,
  reference: string,
  { states, language }: { readonly states: StateNames; readonly language: ReplyLanguage },
): ContractorNews[] {
  const own = ownWords(mail.text);
  const words = own === '' ? forwardedWords(mail) : own;
  const base = { reference, contractorReference: null, at: mail.at };
  const files = mail.files.slice(0, mostFiles).join(', ');
  const text = [words, files && contractorMailWords(language).filesInMailbox(files)]
    .filter(Boolean)
    .join('\n\n');
  const comment = { ...base, kind: 'comment', id: `mail:${mail.id}`, author: mail.fromName, text } as const;
  const isAboutOthers = bySubject(own, [prefixOf(reference)]).some((other) => other !== reference);
  const meaning = isAboutOthers ? null : meaningOf(own, states);
  if (text === '') return [];
  if (meaning === null) return [comment];
  // The same word may be said again after the case was opened again: the time makes it another state.
  const theirs = `${meaning.theirs} (${mail.at.toISOString()})`;
  return [comment, { ...base, kind: 'state', id: `mail:${mail.id}:state`, state: meaning.state, theirs }];
}

/** One that may be about several cases: nobody's words are shown to the wrong person. */
export function mapUnclear(mail: IncomingMail, references: readonly string[]): ContractorNews[] {
  return references.map((reference) => ({
    kind: 'trouble',
    trouble: 'unclear',
    id: `mail:${mail.id}:unclear`,
    reference,
    contractorReference: null,
    at: mail.at,
  }));
}

export function mapBounce(mail: IncomingMail, { reference, message, certain }: Bounce): ContractorNews {
  const id = `mail:${mail.id}:undelivered`;
  const base = { id, reference, contractorReference: null, at: mail.at };
  return { ...base, kind: 'trouble', trouble: 'undelivered', message, certain };
}

function prefixOf(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('-'));
}
