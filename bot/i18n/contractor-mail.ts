import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** The words of a letter to a contractor, beside those of contractor-ticket.ts. */
type ContractorMailWords = {
  /** In the subject of a letter that may have come before. */
  readonly possibleDuplicate: string;
  readonly possibleDuplicateLine: string;
  readonly newCase: (number: string, desk: string) => string;
  readonly addition: (number: string, desk: string) => string;
  readonly sender: (desk: string) => string;
  readonly footer: (number: string) => string;
};

const words: Record<ReplyLanguage, ContractorMailWords> = {
  sv: {
    possibleDuplicate: 'Kanske redan skickat:',
    possibleDuplicateLine: 'Det här brevet kan ha kommit fram redan. Vi fick inget svar från e-postservern.',
    newCase: (number, desk) => `Ärende ${number} från ${desk}.`,
    addition: (number, desk) => `Mer om ärende ${number} från ${desk}:`,
    sender: (desk) => `Vaktis, ${desk}`,
    footer: (number) =>
      `Skickat av Vaktis, en bot. Behåll [${number}] i ämnesraden om ni svarar. Boten läser inte svaret själv: det når den som sköter avsändarens brevlåda.`,
  },
  en: {
    possibleDuplicate: 'May be a repeat:',
    possibleDuplicateLine: 'You may have this letter already. The mail server did not answer us.',
    newCase: (number, desk) => `Case ${number} from ${desk}.`,
    addition: (number, desk) => `More about case ${number} from ${desk}:`,
    sender: (desk) => `Vaktis, ${desk}`,
    footer: (number) =>
      `Sent by Vaktis, a bot. Keep [${number}] in the subject if you answer. The bot does not read the answer itself: it reaches whoever looks after the sender's mailbox.`,
  },
};

export function contractorMailWords(language: ReplyLanguage): ContractorMailWords {
  return words[language];
}
