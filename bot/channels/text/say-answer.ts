import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ComposedAnswer, Sentence } from '#bot/reply/composed-answer.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import { sharedFolder } from '#knowledge/note.ts';
import { clip } from './clip.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

export function sayAnswer(reply: ReplyOf<'answer'>, speaker: Speaker): Said {
  const { note } = reply;
  if (reply.composed !== undefined) return sayComposed(reply, reply.composed, speaker);
  const end = note.currentOutage ? speaker.say.answers.whenOutage : speaker.say.answers.how;
  return said(
    null,
    [],
    [
      answerLead(reply, speaker),
      note.title,
      ...noteParts(note, speaker),
      staleLine(note, speaker),
      sourceLine(note, reply.siteName, speaker),
      ...otherLines(reply, speaker),
      end,
    ].filter((line) => line !== ''),
  );
}

/** What else it may be about, when that is not sure. */
function otherLines({ others = [] }: ReplyOf<'answer'>, { say }: Speaker): string[] {
  if (others.length === 0) return [];
  const titles = others.map(({ title }) => bullet(clip(title, 150, say.talk.shortened)));
  return [`${say.answers.others} ${say.answers.othersInText}`, ...titles];
}

/** The line before the advice: a known fault, another try, or the first. */
export function answerLead(reply: ReplyOf<'answer'>, { say, time }: Speaker): string {
  const { note } = reply;
  if (!note.currentOutage) return reply.another ? say.answers.leadAnother : say.answers.lead;
  return [say.answers.leadOutage, note.validTo ? say.answers.outageOver(time(note.validTo)) : '']
    .join(' ')
    .trim();
}

/** Warning first, then what is special here, then the steps by number. */
function noteParts(note: NoteView, { say }: Speaker): string[] {
  return [
    note.warning ? say.answers.warning(plainMarkdown(note.warning)) : '',
    plainMarkdown(note.introduction),
    ...note.steps.map((step, index) => `${index + 1}. ${plainMarkdown(step)}`),
  ];
}

/** "Från platsnotisen · Solrosen · kontrollerad 14 september 2026 av Karin Lind". */
export function sourceLine(note: NoteView, siteName: string | null, speaker: Speaker): string {
  const shared = note.id.startsWith(`${sharedFolder}/`);
  const { sourceShared, sourceSite } = speaker.say.answers;
  const from = shared ? [sourceShared] : [sourceSite, siteName];
  return [...from, verifiedWords(note, speaker)].filter((part) => part !== null).join(' · ');
}

function verifiedWords(note: NoteView, { say, date }: Speaker): string {
  if (!note.lastVerified) return say.answers.notVerified;
  const day = date(note.lastVerified);
  return note.verifiedBy ? say.answers.verifiedBy(day, note.verifiedBy) : say.answers.verified(day);
}

export function staleLine(note: NoteView, { say }: Speaker): string {
  return note.stale ? say.answers.stale : '';
}

export function sayGuidedStep(reply: ReplyOf<'guided-step'>, { say }: Speaker): Said {
  const end = reply.index < reply.total ? say.answers.nextOrPerson : say.answers.lastStep;
  return said(reply.noteTitle, [], [stepLine(reply, say), plainMarkdown(reply.step), end]);
}

export function stepLine(reply: ReplyOf<'guided-step'>, say: Speaker['say']): string {
  return say.answers.step(String(reply.index), String(reply.total));
}

export function sayNotIt(reply: ReplyOf<'not-it'>, speaker: Speaker): Said {
  const { notIt } = speaker.say.answers;
  const note = reply.note ? [reply.note.title, ...noteParts(reply.note, speaker)] : [];
  return said(notIt.title, sayWhose(reply, speaker), [
    ...note.filter((line) => line !== ''),
    ...sayOtherwise(reply, speaker),
    notIt.wrong,
  ]);
}

/** Whose it is, when no note of the place says so. */
export function sayWhose({ note, referral }: ReplyOf<'not-it'>, { say }: Speaker): string[] {
  const { notIt } = say.answers;
  if (note !== null) return [];
  if (referral === null) return [notIt.unknown];
  return [notIt.referral(referral.to), ...(referral.phone ? [notIt.ring(referral.phone)] : [])];
}

/** What the place's own note says comes first: the desk's general referral may name somebody else. */
export function sayOtherwise({ note, referral }: ReplyOf<'not-it'>, { say }: Speaker): string[] {
  return note === null || referral === null ? [] : [say.answers.notIt.otherwise(referral.to, referral.phone)];
}

/** The note in a model's words, with where each sentence is from, and that a machine made it. */
function sayComposed(reply: ReplyOf<'answer'>, composed: ComposedAnswer, speaker: Speaker): Said {
  const { answers } = speaker.say;
  const { warning } = reply.note;
  return said(
    null,
    [],
    [
      composedLead(reply, speaker),
      warning ? answers.warning(plainMarkdown(warning)) : '',
      ...composed.sentences.map(withCitations),
      sourcesOf(composed, speaker),
      answers.machineMade,
      staleLine(reply.note, speaker),
      answers.how,
    ].filter((line) => line !== ''),
  );
}

export function withCitations({ text, cites }: Sentence): string {
  return `${text} ${cites.map((place) => `[${place}]`).join('')}`;
}

export function sourcesOf({ sources }: ComposedAnswer, { say }: Speaker): string {
  return say.answers.sources(sources.map(({ position, title }) => `[${position}] ${title}`).join(', '));
}

/** The line before a model's words. */
export function composedLead(reply: ReplyOf<'answer'>, speaker: Speaker): string {
  return reply.another || reply.note.currentOutage
    ? answerLead(reply, speaker)
    : speaker.say.answers.machineLead;
}
