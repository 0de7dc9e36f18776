import type { BounceReason } from './case-record.ts';

/** Why a contractor sends a case back, in the order in which people are asked. */
export const bounceReasons = [
  'not-in-agreement',
  'wrong-queue',
  'needs-on-site',
  'duplicate',
  'other',
] as const satisfies readonly BounceReason[];

/** Null: none of ours. */
export function readBounceReason(value: string | null): BounceReason | null {
  return bounceReasons.find((reason) => reason === value) ?? null;
}

const tells: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'duplicate',
    /\b(?:dubblett\p{L}*|duplikat\p{L}*|duplicate\p{L}*|redan (?:anmäl\p{L}*|registrera\p{L}*))/iu,
  ],
  [
    'not-in-agreement',
    /\b(?:avtal\p{L}*|agreement|contract|ingår (?:inte|ej)|omfattas (?:inte|ej)|(?:not|n’t|n't) (?:covered|included)|out of scope|scope)(?!\p{L})/iu,
  ],
  [
    'needs-on-site',
    /(?:på plats|platsbesök\p{L}*|fysiskt|åka (?:ut|dit)|on[- ]?site|in person|physical\p{L}*)/iu,
  ],
  [
    'wrong-queue',
    /(?:fel (?:kö|grupp|mottagare|instans|team|avdelning)|wrong (?:queue|group|team|desk))(?!\p{L})/iu,
  ],
];

/** What their own words sound like; a person who reports it says it themselves. */
export function guessBounceReason(words: string | null): BounceReason {
  return tells.find(([, pattern]) => words !== null && pattern.test(words))?.[0] ?? 'other';
}

const notOurs = new RegExp(
  [
    '(?:är|ligger|hör) (?:inte|ej) (?:hos |till |på )?(?:vårt?|oss)(?!\\p{L})',
    '(?:inte|ej) (?:vårt (?:ansvar|bord|uppdrag|ärende)|vår sak)',
    '(?:ingår|omfattas) (?:inte|ej)',
    'utanför (?:vårt )?(?:avtal|uppdrag)',
    'fel (?:kö|grupp|mottagare|instans)(?!\\p{L})',
    "(?:is not|isn['’]t|not) (?:ours|our (?:responsibility|job|scope))",
    '(?:not|n.t) (?:covered by|included in|part of)',
    'wrong (?:queue|team|desk)',
    '(?:skickar|lämnar) (?:det |ärendet )?(?:tillbaka|åter)',
    'åter till beställaren',
  ].join('|'),
  'iu',
);

/** Words that a person should look at: they may be sending it back without saying so in their system. */
export function soundsReturned(words: string): boolean {
  return notOurs.test(words);
}
