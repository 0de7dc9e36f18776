/** What a rule knows when it gives its reason; which ones there are depends on the rule. */
export type ReasonValues = Readonly<Record<string, string>>;
type ReasonWords = (values: ReasonValues) => string;

const why: Readonly<Record<string, string>> = {
  absent: 'är ledig',
  full: 'har fullt upp',
  'off-duty': 'är inte i tjänst',
};

function party(handledBy = ''): string {
  if (handledBy === 'local') return 'lokal tekniker';
  return handledBy === 'contractor' ? 'leverantören' : handledBy.replace(/^contractor:/, '');
}

function instead({ insteadOf = '', why: reason = '' }: ReasonValues): string {
  return `${insteadOf} ${why[reason] ?? 'kan inte just nu'}`;
}

/** By the reason's key, as the rules of triage name it. */
export const reasons = {
  'responsible.note': ({ handledBy }) => `platsnotisen → ${party(handledBy)}`,
  'responsible.matrix': ({ conditions, handledBy, row }) =>
    `${conditions} → ${party(handledBy)} (regel ${row})`,
  'responsible.matrix-rest': ({ handledBy, row }) => `allt annat → ${party(handledBy)} (regel ${row})`,
  'responsible.no-row': () => 'ingen rad passade → lokal tekniker',
  'responsible.no-technician': () => 'ingen lokal tekniker kan ta det',
  'responsible.of-site': ({ technician, site }) => `${technician} är tekniker på ${site}`,
  'responsible.of-area': ({ technician, site }) => `${technician} är tekniker i området där ${site} ligger`,
  'responsible.of-desk': ({ technician }) => `${technician} är närmast till hands`,
  'responsible.fixed-last': ({ technician }) => `${technician} löste samma sak där förra gången`,
  'responsible.visit-hours': ({ technician, site }) => `${technician} hinner dit medan ${site} tar emot`,
  'responsible.deputy': (values) => `${values.technician} ersätter: ${instead(values)}`,
  'responsible.next': (values) => `${values.technician} är näst på tur: ${instead(values)}`,
  'responsible.all-full': ({ technician }) => `alla har fullt upp, ${technician} är i tjänst`,
  'responsible.on-call': ({ technician }) => `ingen är i tjänst, ${technician} har jour`,
  'responsible.escalates-at-once': ({ technician }) =>
    `ingen är i tjänst, ${technician} söks och frågan går vidare direkt`,
  'responsible.waits': ({ technician }) => `ingen är i tjänst, det väntar på ${technician}`,
  'decide.thanks': () => 'ett tack',
  'decide.greeting': () => 'en hälsning',
  'decide.help': () => 'undrar vad Vaktis kan',
  'decide.injection': () => 'texten försöker styra Vaktis och innehåller inget ärende',
  'decide.hazard': () => 'risk för skada, en människa kopplas in direkt',
  'decide.wants-person': () => 'vill prata med en människa',
  'decide.not-it': () => 'det hör inte till it',
  'decide.site': () => 'platsen behövs för att hitta rätt',
  'decide.asked-enough': () => 'frågorna räcker, en människa tar över',
  'decide.who-is-technician': () => 'undrar vem som är tekniker',
  'decide.vague': () => 'det går inte att säga vad det gäller än',
  'decide.known-outage': () => 'ett känt fel pågår',
  'decide.already-tried': () => 'de vanliga råden är redan prövade',
  'decide.damage': () => 'något är trasigt eller sitter löst',
  'decide.security-incident': () => 'en säkerhetshändelse',
  'decide.outage': () => 'många är utan en tjänst',
  'decide.asks-for-visit': () => 'ber om ett besök',
  'decide.asks-who': () => 'undrar vem som gjort något, det får bara en människa ta fram',
  'decide.order': () => 'det som önskas behöver någon ordna',
  'decide.no-note': () => 'det finns inget råd om det här',
  'decide.advice-did-not-help': () => 'råden hjälpte inte',
  'decide.dead-device': () => 'apparaten är helt död',
  'model.category': ({ conditions }) => `en språkmodell läser det som ${conditions}`,
  'model.language': () => 'en språkmodell läser ett annat språk',
  'model.several': () => 'en språkmodell räknar frågorna på annat sätt',
  'model.urgency': () => 'en språkmodell läser det som mer brådskande',
  'model.wants-person': () => 'en språkmodell läser att en människa önskas',
  'model.rendered': () => 'rådet hittades med hjälp av en språkmodells översättning',
  'decide.note': () => 'det finns ett råd som passar',
} satisfies Readonly<Record<string, ReasonWords>>;
