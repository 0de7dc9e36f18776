import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** The words of the simulator's panel "Varför?": why Vaktis did what it did with a message. */
export type WhyWords = typeof sv;

const sv = {
  decision: {
    answer: 'Svarar med ett råd',
    ask: 'Frågar innan något händer',
    'hand-off': 'Lämnar över till en människa',
    'not-it': 'Hör inte till it: visar vidare',
    none: 'Hör till samtalet: ingen ny bedömning behövs',
    redelivered: 'Redan behandlat: inget mer händer',
  },
  caseEffect: {
    none: '',
    opened: 'ett ärende öppnades',
    unchanged: 'ärendet är som förut',
    updated: 'ärendet kompletterades',
    solved: 'ärendet löstes',
    cancelled: 'ärendet avbröts',
    reopened: 'ärendet öppnades igen',
    joined: 'anslöts till ett öppet ärende',
  },
  label: {
    case: 'Ärende',
    language: 'Språk',
    site: 'Plats',
    type: 'Typ',
    category: 'Kategori',
    priority: 'Prioritet',
    masked: 'Dolt',
    referral: 'Hör hemma hos',
  },
  language: (tag: string) => new Intl.DisplayNames('sv', { type: 'language' }).of(tag) ?? tag,
  unknown: 'okänt',
  siteSource: {
    mention: 'nämns i texten',
    given: 'valdes i samtalet',
    home: 'hemmaplats',
    none: 'inte känd',
  },
  grade: { low: 'låg', medium: 'medel', high: 'hög' },
  priority: (level: string, impact: string, urgency: string) =>
    `${level} (påverkan ${impact} × brådska ${urgency})`,
  hazard: 'risk för skada',
  shared: 'gemensam notis',
  masked: { password: 'lösenord', 'personal-identity-number': 'personnummer' },
  percent: (share: number) => `${Math.round(share * 100)} %`,
};

const en: WhyWords = {
  decision: {
    answer: 'Answers with advice',
    ask: 'Asks before anything happens',
    'hand-off': 'Hands over to a person',
    'not-it': 'Not an IT matter: says whose it is',
    none: 'Part of the talk: nothing new to judge',
    redelivered: 'Handled before: nothing more happens',
  },
  caseEffect: {
    none: '',
    opened: 'a case was opened',
    unchanged: 'the case is as before',
    updated: 'the case was added to',
    solved: 'the case was solved',
    cancelled: 'the case was cancelled',
    reopened: 'the case was reopened',
    joined: 'joined to an open case',
  },
  label: {
    case: 'Case',
    language: 'Language',
    site: 'Site',
    type: 'Type',
    category: 'Category',
    priority: 'Priority',
    masked: 'Hidden',
    referral: 'Belongs with',
  },
  language: (tag: string) => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag,
  unknown: 'unknown',
  siteSource: {
    mention: 'named in the text',
    given: 'chosen in the talk',
    home: 'home site',
    none: 'not known',
  },
  grade: { low: 'low', medium: 'medium', high: 'high' },
  priority: (level: string, impact: string, urgency: string) =>
    `${level} (impact ${impact} × urgency ${urgency})`,
  hazard: 'risk of harm',
  shared: 'shared note',
  masked: { password: 'a password', 'personal-identity-number': 'a personal identity number' },
  percent: (share: number) => `${Math.round(share * 100)}%`,
};

export function whyWords(language: ReplyLanguage): WhyWords {
  return language === 'sv' ? sv : en;
}
