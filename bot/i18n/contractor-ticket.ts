import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** The words around a case that is given to a contractor to read. */
type ContractorTicketWords = {
  readonly priority: string;
  readonly from: string;
  readonly requester: string;
  readonly site: string;
  readonly visits: string;
  readonly device: string;
  readonly since: string;
  readonly affected: string;
  readonly attachments: string;
  readonly reason: string;
  readonly withheld: string;
  readonly symptom: string;
  readonly facts: string;
  readonly tried: string;
  readonly dialogue: string;
  readonly comments: string;
  readonly hazard: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  /** What somebody did later, after their name. */
  readonly events: Readonly<Record<string, string>>;
};

const words: Record<ReplyLanguage, ContractorTicketWords> = {
  sv: {
    priority: 'Prioritet',
    from: 'Från',
    requester: 'Anmält av',
    site: 'Plats',
    visits: 'Besök',
    device: 'Utrustning',
    since: 'Sedan',
    affected: 'Drabbar',
    attachments: 'Bilagor',
    reason: 'Varför hit',
    withheld: 'Utelämnat',
    symptom: 'Med egna ord',
    facts: 'Om platsen',
    tried: 'Redan prövat',
    dialogue: 'Samtalet',
    comments: 'Tillagt senare',
    hazard: 'Risk för skada: det luktar bränt, ryker, gnistrar eller är blött.',
    levels: { critical: 'kritisk', high: 'hög', moderate: 'medel', low: 'låg' },
    outcomes: {
      'not-solved': 'hjälpte inte',
      shown: 'visat, oklart hur det gick',
      'already-tried': 'redan prövat innan',
    },
    events: {
      'detail-added': 'lägger till',
      'requester-answered': 'svarar',
      joined: 'har samma problem',
      reopened: 'öppnar ärendet igen',
      'given-back': 'lämnar tillbaka ärendet till er',
      cancelled: 'tar tillbaka ärendet',
      confirmed: 'säger att det är löst',
    },
  },
  en: {
    priority: 'Priority',
    from: 'From',
    requester: 'Reported by',
    site: 'Site',
    visits: 'Visits',
    device: 'Equipment',
    since: 'Since',
    affected: 'Affects',
    attachments: 'Attachments',
    reason: 'Why to you',
    withheld: 'Left out',
    symptom: 'In their own words',
    facts: 'About the site',
    tried: 'Already tried',
    dialogue: 'The conversation',
    comments: 'Added later',
    hazard: 'Risk of harm: there is smoke, sparks, water or a smell of burning.',
    levels: { critical: 'critical', high: 'high', moderate: 'moderate', low: 'low' },
    outcomes: {
      'not-solved': 'did not help',
      shown: 'shown, not known how it went',
      'already-tried': 'already tried before',
    },
    events: {
      'detail-added': 'adds',
      'requester-answered': 'answers',
      joined: 'has the same problem',
      reopened: 'reopens the case',
      'given-back': 'gives the case back to you',
      cancelled: 'takes the case back',
      confirmed: 'says that it is solved',
    },
  },
};

export function contractorTicketWords(language: ReplyLanguage): ContractorTicketWords {
  return words[language];
}
