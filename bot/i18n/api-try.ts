import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** The words of a tried question: why a note came where it did. */
export type TryWords = typeof sv;

const sv = {
  near: {
    site: 'Den handlar om just den här platsen.',
    kind: 'Den gäller den här sortens platser.',
    everyone: 'Den gäller alla platser.',
  },
  met: {
    word: (words: string, places: string) => `${words} står i ${places}.`,
    compound: (words: string, places: string) => `En del av ${words} står i ${places}.`,
    idea: (words: string, places: string) => `Något som betyder samma som ${words} står i ${places}.`,
    alike: (words: string, places: string) =>
      `Något som betyder ungefär detsamma som ${words} står i ${places}.`,
  },
  field: {
    title: 'rubriken',
    symptom: 'det folk säger',
    asset: 'utrustningen',
    category: 'kategorin',
    body: 'texten',
    steps: 'stegen',
  },
  likeSymptom: 'Frågan liknar en sådan som folk ställer om det.',
  coverage: (percent: number) => `Den har ${percent} % av det som efterfrågades.`,
  learned: 'Den har hjälpt andra som frågat så.',
  unlearned: 'Den har inte hjälpt andra som frågat så.',
  meaning: 'Den ligger nära i betydelse.',
  stale: 'Den skulle ha setts över, och räknas därför lite lägre.',
  outage: 'Den gäller ett känt fel som pågår, och kommer därför först.',
  and: (words: readonly string[]) => new Intl.ListFormat('sv').format(words),
  quote: (word: string) => `”${word}”`,
  noPerson: 'Personen finns inte kvar i helpdesken. Välj någon annan.',
  noSite: 'Platsen finns inte längre. Välj en annan.',
};

const en: TryWords = {
  near: {
    site: 'It is about this very site.',
    kind: 'It is for sites of this kind.',
    everyone: 'It is for every site.',
  },
  met: {
    word: (words, places) => `${words} is in ${places}.`,
    compound: (words, places) => `A part of ${words} is in ${places}.`,
    idea: (words, places) => `Something that means the same as ${words} is in ${places}.`,
    alike: (words, places) => `Something that means much the same as ${words} is in ${places}.`,
  },
  field: {
    title: 'the title',
    symptom: 'what people say',
    asset: 'the equipment',
    category: 'the category',
    body: 'the text',
    steps: 'the steps',
  },
  likeSymptom: 'The question is like one that people ask about it.',
  coverage: (percent) => `It has ${percent}% of what was asked for.`,
  learned: 'It helped others who asked so.',
  unlearned: 'It did not help others who asked so.',
  meaning: 'It is near in meaning.',
  stale: 'It is past its review date, and counts a little less for it.',
  outage: 'It is about a known fault that goes on now, and comes first for it.',
  and: (words) => new Intl.ListFormat('en').format(words),
  quote: (word) => `“${word}”`,
  noPerson: 'That person is not at the desk any more. Choose somebody else.',
  noSite: 'That site is not there any more. Choose another.',
};

export function tryWords(language: ReplyLanguage): TryWords {
  return language === 'sv' ? sv : en;
}
