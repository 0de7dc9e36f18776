import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** How Vaktis's own turns read in the dialogue that whoever takes over is given. */
type DialogueWords = {
  readonly showedNote: (title: string) => string;
  readonly showedStep: (index: number, title: string) => string;
  readonly quotedNote: (title: string, text: string) => string;
  readonly noteSilent: (title: string) => string;
  readonly asked: {
    readonly site: string;
    readonly problem: string;
    readonly device: string;
    readonly details: string;
  };
  readonly referred: (to: string) => string;
  readonly corrected: (text: string) => string;
  /** Passed on by a colleague; `rewritten`: in the colleague's words. */
  readonly forwarded: (by: string, text: string, rewritten: boolean) => string;
  readonly attached: (names: readonly string[]) => string;
  readonly presses: {
    readonly solved: string;
    readonly 'not-solved': string;
    readonly 'talk-to-person': string;
  };
};

const words: Record<ReplyLanguage, DialogueWords> = {
  sv: {
    showedNote: (title) => `Visade platsnotisen ”${title}”.`,
    showedStep: (index, title) => `Visade steg ${index} ur ”${title}”.`,
    quotedNote: (title, text) => `Svarade ur ”${title}”: ${text}`,
    noteSilent: (title) => `Svarade att ”${title}” inte säger något om det.`,
    asked: {
      site: 'Frågade vilken plats det gäller.',
      problem: 'Frågade vad det är som strular.',
      device: 'Frågade vilken sak det gäller.',
      details: 'Bad om en beskrivning.',
    },
    referred: (to) => `Hänvisade till ${to}.`,
    corrected: (text) => `Rättat: ${text}`,
    forwarded: (by, text, rewritten) =>
      rewritten ? `${by} skriver: ${text}` : `${text}\n(skickat vidare av ${by})`,
    attached: (names) => `Bifogade ${names.join(', ')}.`,
    presses: {
      solved: '(tryckte) Det löste sig',
      'not-solved': '(tryckte) Det hjälpte inte',
      'talk-to-person': '(tryckte) Prata med en människa',
    },
  },
  en: {
    showedNote: (title) => `Showed the site note “${title}”.`,
    showedStep: (index, title) => `Showed step ${index} of “${title}”.`,
    quotedNote: (title, text) => `Answered from “${title}”: ${text}`,
    noteSilent: (title) => `Answered that “${title}” says nothing about it.`,
    asked: {
      site: 'Asked which site it is about.',
      problem: 'Asked what is wrong.',
      device: 'Asked which thing it is about.',
      details: 'Asked for a description.',
    },
    referred: (to) => `Referred to ${to}.`,
    corrected: (text) => `Corrected: ${text}`,
    forwarded: (by, text, rewritten) =>
      rewritten ? `${by} writes: ${text}` : `${text}\n(passed on by ${by})`,
    attached: (names) => `Attached ${names.join(', ')}.`,
    presses: {
      solved: '(pressed) It is solved',
      'not-solved': '(pressed) It did not help',
      'talk-to-person': '(pressed) Talk to a person',
    },
  },
};

export function dialogueWords(language: ReplyLanguage): DialogueWords {
  return words[language];
}
