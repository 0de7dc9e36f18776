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
  /** Where the bot reads answers. */
  readonly footerRead: (number: string) => string;
  /** In the letter that a file goes with. */
  readonly file: (number: string, name: string) => string;
  /** After their words, for those here: what came along and was not fetched. */
  readonly filesInMailbox: (names: string) => string;
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
    footerRead: (number) =>
      `Skickat av Vaktis, en bot. Svara på det här brevet, så når svaret den som anmälde. Behåll [${number}] i ämnesraden. Skriv "Åtgärdat" eller "Inte vårt" överst, på en egen rad, så förstår boten det.`,
    file: (number, name) => `En fil till ärende ${number}: ${name}`,
    filesInMailbox: (names) => `(Bifogat i e-posten, inte hämtat hit: ${names})`,
  },
  en: {
    possibleDuplicate: 'May be a repeat:',
    possibleDuplicateLine: 'You may have this letter already. The mail server did not answer us.',
    newCase: (number, desk) => `Case ${number} from ${desk}.`,
    addition: (number, desk) => `More about case ${number} from ${desk}:`,
    sender: (desk) => `Vaktis, ${desk}`,
    footer: (number) =>
      `Sent by Vaktis, a bot. Keep [${number}] in the subject if you answer. The bot does not read the answer itself: it reaches whoever looks after the sender's mailbox.`,
    footerRead: (number) =>
      `Sent by Vaktis, a bot. Answer this letter, and whoever reported it hears you. Keep [${number}] in the subject. Write "Resolved" or "Not ours" at the top, on a line of its own, and the bot understands it.`,
    file: (number, name) => `A file for case ${number}: ${name}`,
    filesInMailbox: (names) => `(Attached to the e-mail, not fetched: ${names})`,
  },
};

export function contractorMailWords(language: ReplyLanguage): ContractorMailWords {
  return words[language];
}
