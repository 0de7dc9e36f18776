import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { type Messages, messages } from './messages.ts';
import { aboutTimeInWords, dateInWords, type TimeOptions, timeInWords } from './when.ts';

/** The sentences of one language together with the desk's clock. */
export type Speaker = {
  readonly language: ReplyLanguage;
  readonly say: Messages;
  /** "i dag kl. 10.40". */
  time(instant: string): string;
  /** "ca 10.40", for promises. */
  aboutTime(instant: string): string;
  /** "14 september 2026". */
  date(date: string): string;
};

export function createSpeaker(options: TimeOptions): Speaker {
  return {
    language: options.language,
    say: messages(options.language),
    time: (instant) => timeInWords(instant, options),
    aboutTime: (instant) => aboutTimeInWords(instant, options),
    date: (date) => dateInWords(date, options),
  };
}
