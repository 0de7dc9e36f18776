import type { Speaker } from '#bot/i18n/speaker.ts';
import type { Quote } from '#bot/reply/note-quote-reply.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

/** What the note says of it, word for word; or that it says nothing. */
export function sayNoteQuote(reply: ReplyOf<'note-quote'>, speaker: Speaker): Said {
  const { answers } = speaker.say;
  if (reply.quotes.length === 0)
    return said(null, [quoteLead(reply, speaker)], reply.again === true ? [] : [answers.quote.askPerson]);
  const quotes = reply.quotes.map((quote) => bullet(plainMarkdown(quoteLine(quote, speaker))));
  return said(null, [quoteLead(reply, speaker), ...quotes, answers.quote.noMore], [answers.nextOrPerson]);
}

export function quoteLead(reply: ReplyOf<'note-quote'>, { say }: Speaker): string {
  const { quotes, noteTitle, again } = reply;
  const { lead, silent, silentAgain } = say.answers.quote;
  if (quotes.length > 0) return lead(noteTitle);
  return again === true ? silentAgain(noteTitle) : silent(noteTitle);
}

export function quoteLine({ passage, step }: Quote, { say }: Speaker): string {
  return step === null ? passage : say.answers.quote.step(String(step), passage);
}
