import { createRequire } from 'node:module';
import { remarksOn } from './card-remarks.ts';
import type { CardJson, CardRemark, RefusalCode } from './chat.ts';

/** The official renderer's own parser. Its module build does not load in Node; this one needs no browser to parse. */
const cards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
);

export type CheckedCard = {
  readonly refusal: { readonly code: RefusalCode; readonly detail: string } | null;
  readonly remarks: readonly CardRemark[];
};

/** Teams draws up to this: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const newestVersion = [1, 5] as const;

/** What Teams says to a card, and what it silently does otherwise than its maker may think. */
export function checkCard(card: CardJson): CheckedCard {
  const refusal = refuseVersion(card) ?? refuseSchema(card);
  return { refusal, remarks: refusal === null ? remarksOn(card) : [] };
}

function refuseVersion({ type, version }: CardJson): CheckedCard['refusal'] {
  if (type !== 'AdaptiveCard') return { code: 'BadCard', detail: 'type is not AdaptiveCard' };
  const parts = /^(\d+)\.(\d+)$/.exec(typeof version === 'string' ? version : '');
  if (!parts) return { code: 'BadCard', detail: 'version is missing or not like 1.5' };
  const [major, minor] = [Number(parts[1]), Number(parts[2])];
  const isNewer = major > newestVersion[0] || (major === newestVersion[0] && minor > newestVersion[1]);
  return isNewer
    ? { code: 'UnsupportedCardVersion', detail: `version ${version}; Teams draws up to 1.5` }
    : null;
}

/** Hints of the parser are its own business; these are faults in the card. */
function refuseSchema(card: CardJson): CheckedCard['refusal'] {
  const { ValidationEvent: fault } = cards;
  const faults = new Set([
    fault.InvalidPropertyValue,
    fault.UnknownElementType,
    fault.UnknownActionType,
    fault.PropertyCantBeNull,
    fault.CollectionCantBeEmpty,
    fault.DuplicateId,
    fault.ElementTypeNotAllowed,
    fault.ActionTypeNotAllowed,
  ]);
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const parsed = new cards.AdaptiveCard();
  // The parser's pattern for `lang` remembers its last hit, so that it turns every other one away.
  const { lang, ...rest } = card;
  if (lang !== undefined && !/^[a-z]{2,3}$/i.test(String(lang))) return { code: 'BadCard', detail: 'lang' };
  parsed.parse(rest, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const found = [...events, ...parsed.validateProperties().validationEvents].find(({ event }) =>
    faults.has(event),
  );
  return found ? { code: 'BadCard', detail: found.message } : null;
}
