import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** What whoever looks after a case reads when a message to or from its contractor went astray. */
type ContractorTroubleWords = {
  readonly undelivered: (contractor: string) => string;
  readonly unclear: (contractor: string) => string;
};

const words: Record<ReplyLanguage, ContractorTroubleWords> = {
  sv: {
    undelivered: (contractor) =>
      `Brevet till ${contractor} kom tillbaka: deras e-post tog inte emot det. De vet inte om det.`,
    unclear: (contractor) =>
      `Ett brev från ${contractor} nämner flera ärenden. Jag kan inte avgöra vilket det gäller. Det ligger kvar i brevlådan.`,
  },
  en: {
    undelivered: (contractor) =>
      `The letter to ${contractor} came back: their e-mail did not take it. They do not know of it.`,
    unclear: (contractor) =>
      `A letter from ${contractor} names several cases. I cannot tell which one it is about. It is still in the mailbox.`,
  },
};

export function contractorTroubleWords(language: ReplyLanguage): ContractorTroubleWords {
  return words[language];
}
