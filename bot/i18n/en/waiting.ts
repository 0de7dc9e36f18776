import type { waiting as swedish } from '../sv/waiting.ts';

export const waiting: typeof swedish = {
  kept: 'Got it – many people are writing right now. You will get an answer here as soon as I can.',
  full: 'Several of your messages are waiting already. I could not take the last one. Please write it again when you have an answer.',
};
