import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** What the API says of pieces of work. */
export type WorkWords = typeof sv;

const sv = {
  /** How two notes differ; `values`: what the first says, what the second says. */
  differs: {
    'handled-by': (_of: string, one: string, other: string) =>
      `De går till olika: den ena till ${one}, den andra till ${other}.`,
    denied: (of: string, one: string, other: string) =>
      `Den ena säger att något inte gäller (${of}): ”${one}” Den andra: ”${other}”`,
    number: (of: string, one: string, other: string) => `Olika uppgift om ${of}: ”${one}” mot ”${other}”`,
    steps: (_of: string, one: string, other: string) => `Olika sätt att göra: ”${one}” mot ”${other}”`,
  },
  notThis: 'Det går inte att göra med den här. Öppna den i stället.',
  /** The heading over what a technician did. */
  stepsTitle: 'Prova detta',
};

const en: WorkWords = {
  differs: {
    'handled-by': (_of, one, other) => `They go to different people: one to ${one}, the other to ${other}.`,
    denied: (of, one, other) =>
      `One says that something does not hold (${of}): “${one}” The other: “${other}”`,
    number: (of, one, other) => `Different facts about ${of}: “${one}” against “${other}”`,
    steps: (_of, one, other) => `Different ways of doing it: “${one}” against “${other}”`,
  },
  notThis: 'That cannot be done with this one. Open it instead.',
  stepsTitle: 'Try this',
};

export function workWords(language: ReplyLanguage): WorkWords {
  return language === 'sv' ? sv : en;
}
