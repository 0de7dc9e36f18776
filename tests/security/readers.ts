import { settingsOf } from '#adapters/contractor/email/config.ts';
import { bySubject, referencesIn } from '#adapters/contractor/email/find-case.ts';
import { htmlWords } from '#adapters/contractor/email/html-words.ts';
import { ownWords } from '#adapters/contractor/email/own-words.ts';
import { meaningOf } from '#adapters/contractor/email/states.ts';
import { plainWords } from '#adapters/contractor/http/plain-words.ts';
import { isOurs, referenceIn } from '#adapters/contractor/message-mark.ts';
import { cleanText as cleanForContractor } from '#adapters/contractor/render-case.ts';
import { cleanWording } from '#bot/answers/clean-wording.ts';
import { escapeMarkdown, noteMarkdown } from '#bot/channels/teams/cards/markdown.ts';
import { cleanText } from '#bot/channels/teams/clean-text.ts';
import { plainFromHtml } from '#bot/channels/teams/plain-from-html.ts';
import { stripMention } from '#bot/channels/teams/strip-mention.ts';
import { plainMarkdown } from '#bot/channels/text/plain-markdown.ts';
import { wishOfDispatcher } from '#bot/conversation/dispatch-talk.ts';
import { findTalkIntents } from '#bot/conversation/intents.ts';
import { findPasswords } from '#bot/desk/passwords.ts';
import { findPersonalIdentityNumbers } from '#bot/desk/personal-identity-number.ts';
import { findPrivateParts } from '#bot/desk/secret-private-parts.ts';
import { guessBounceReason, soundsReturned } from '#bot/handoff/bounce-reason.ts';
import { caseTitle } from '#bot/handoff/case-title.ts';
import { parseLater, parsePromise } from '#bot/handoff/parse-promise.ts';
import { readWords } from '#bot/handoff/words-of-report.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { findMentions } from '#bot/triage/find-mentions.ts';
import { detectLanguage } from '#bot/triage/language/detect-language.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { splitProblems } from '#bot/triage/split-problems.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { partsOf } from '#bot/web/api/exchange/note-parts.ts';
import { notesOfDocument } from '#bot/web/api/exchange/notes-of-document.ts';
import { readTable } from '#bot/web/api/exchange/read-table.ts';
import { createReadingDesk } from '#bot/web/api/exchange/reading-desk.ts';
import { splitMarkdown } from '#bot/web/api/exchange/split-markdown.ts';
import { inspectSecrets } from '#knowledge/desk-folder/check/secrets.ts';
import { parseCsv } from '#knowledge/desk-folder/csv.ts';
import { parseNote } from '#knowledge/desk-folder/read-notes.ts';
import { parseYaml } from '#knowledge/desk-folder/yaml.ts';
import { parseNoteBody, privateMarksBalance, stripPrivate } from '#knowledge/note-body.ts';
import { imagesIn } from '#knowledge/note-images.ts';
import { splitBody } from '#knowledge/review/body-parts.ts';
import { tellingWords, wordingKey } from '#knowledge/search/learn/telling-words.ts';
import { contractor } from '../support/small-desk.ts';
import { loadDesk } from '../support/talk.ts';

const loaded = await loadDesk();
const { desk, notes } = loaded;
const [anyone] = [...desk.people.values()];
if (anyone === undefined) throw new Error('the demo district has nobody');
const from = anyone;
const at = new Date('2026-11-23T08:15:00Z');
const zone = 'Europe/Stockholm';
const triage = createTriage({ chooseResponsible });
const mailStates = settingsOf(contractor({ connector: 'email' })).states;
const reading = createReadingDesk(desk);

/** What a person's words pass is cut to so much before anything looks at it (conversation/on-message.ts). */
const spoken = 8_000;
/** A letter, likewise (email/read-mail.ts). */
const letter = 50_000;
/** What editors write and import. */
const written = 100_000;

/** Everything that reads what somebody else wrote, and the longest that it is ever given. */
export const readers: readonly (readonly [string, number, (text: string) => unknown])[] = [
  ['triage', spoken, (text) => triage({ text, from, at, siteId: null, shownNoteIds: [] }, loaded, new Map())],
  [
    'note search',
    written,
    (text) => notes.search({ text, site: null, audience: 'technician', at, limit: 3 }),
  ],
  ['the language', written, (text) => detectLanguage(text, 'sv')],
  ['mentions of places and people', spoken, (text) => findMentions(text, desk)],
  ['several problems in one', spoken, splitProblems],
  ['masking of secrets', spoken, maskSecrets],
  ['passwords', spoken, findPasswords],
  ['personal identity numbers', written, findPersonalIdentityNumbers],
  ['private parts', written, findPrivateParts],
  ['intents', spoken, findTalkIntents],
  ['a dispatcher’s wish', spoken, wishOfDispatcher],
  ['a title', spoken, (text) => caseTitle(text, 'x')],
  ['what a report says', spoken, readWords],
  ['a promised time', spoken, (text) => parsePromise(text, at, zone)],
  ['a later time', spoken, (text) => parseLater(text, at, at)],
  ['why it came back', spoken, guessBounceReason],
  ['whether it came back', spoken, soundsReturned],
  ['a message of Teams', written, cleanText],
  ['a message of Teams in HTML', written, plainFromHtml],
  ['a mention of the bot', written, (text) => stripMention(mentioning(text))],
  ['card text', written, escapeMarkdown],
  ['a note on a card', written, noteMarkdown],
  ['a note in plain words', written, plainMarkdown],
  ['a note’s body', written, parseNoteBody],
  ['a note’s private parts', written, stripPrivate],
  ['whether private marks balance', written, privateMarksBalance],
  ['a note’s pictures', written, imagesIn],
  ['a note’s parts', written, splitBody],
  ['a note file', written, (text) => parseNote(text, { folder: '_shared', name: 'a', file: 'a.md' })],
  ['telling words', written, tellingWords],
  ['a wording', written, wordingKey],
  ['a symptom', spoken, (text) => cleanWording(text, null, desk)],
  ['a letter’s own words', letter, ownWords],
  ['a letter in HTML', letter * 10, htmlWords],
  ['what a letter means', letter, (text) => meaningOf(text, mailStates)],
  ['references of a letter', letter, (text) => referencesIn(text, 'vaktis.example.se')],
  ['the subject of a letter', letter, (text) => bySubject(text, ['VK'])],
  ['a contractor’s comment', written, plainWords],
  ['whether a comment is ours', written, isOurs],
  ['a ticket’s title', 500, referenceIn],
  ['words for a contractor', written, cleanForContractor],
  ['an imported document', written, splitMarkdown],
  ['notes of a document', written, (text) => notesOfDocument(text, 'a', null, reading)],
  ['parts of an imported note', written, (text) => partsOf(text, 'Gör så här')],
  ['an imported table', written, (text) => attempt(() => readTable(Buffer.from(text), reading))],
  ['a CSV file', written, (text) => parseCsv(text, 'people.csv')],
  ['a YAML file', 20_000, (text) => parseYaml(text, { file: 'desk.yaml', firstLine: 1 })],
  ['secrets in a file', written, (text) => inspectSecrets('notes/a.md', text)],
];

function mentioning(text: string) {
  const mention = { type: 'mention', text: '<at>Vaktis</at>', mentioned: { id: '28:b' } };
  return {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://x',
    from: { id: '29:a' },
    recipient: { id: '28:b' },
    conversation: { id: 'a' },
    text,
    entities: [mention],
  };
}

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return null;
  }
}
