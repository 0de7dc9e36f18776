import { networkCodeSource } from './lexicon/device-words.ts';
import { accessorySource, givenAwaySource, lossSource, wrongCodeSource } from './lexicon/security-words.ts';
import { matches, type Patterns, patterns, without } from './text/patterns.ts';

/** When all of these are heard, these are the words that notes use for it. */
type Hint = { readonly heard: readonly Patterns[]; readonly words: string };

const outsiders = patterns(`
besökare* | besök | gäst* | förälder | föräldrar* | vårdnadshavare* | anhörig* | praktikant* | föreläsare* | logoped* | konsult* | hantverkare* | elektriker*
dotter* | son | låntagare | studiebesök | inhyrd* | visitor* | guest* | parent* | contractor* | relatives | intern
`);
const goingOnline = patterns(`
internet | nätet | nät | wifi | wifit | uppkoppl* | trådlös* | koppla upp | ut på | surfa | online | network | connect
`);
const networkCode = patterns(networkCodeSource);
const away = patterns(`
ledig | ledigt | semester* | bortrest | sjuk | frånvaro | frånvarande | vikarien | kollega | kollegan | någon annan | skicka/styra/koppla/flytta samtal* | on leave | holiday | away
`);
const telephone = patterns(
  'telefon* | mobil* | anknytning* | samtal* | ringer | växel* | phone | calls | extension | *telefon',
);
const diaries = patterns('kalend* | diary | diaries | calendar* | almanack* | agenda | schema i outlook');
const seeing = patterns(
  'se | ser | visar | visas | titta | upptagen | busy | grey | grå | see | shows | dela | share | kollega* | chef* | manager*',
);
const sharedBox = patterns(`
gemensam/gemensamma/delad/delade/vår/funktions inkorg*/brevlåda*/mejl*/mail*/adress*/inbox | funktionsbrevlåd* | funktionsadress* | gruppbrevlåd* | shared inbox/mailbox
enhetens/skolans/expeditionens/avdelningens/förskolans inkorg*/brevlåda*/mejl*/mail* | gemensamma inkorg*
`);
const full = patterns(`
fullt | full | fulla | proppfull* | minnet _ slut/fullt | slut på minne/plats/utrymme | inget utrymme | ingen plats | no space | storage * | out of space | memory full
`);
const tablets = patterns(
  '*platta | *plattan | *plattor* | *padda* | ipad* | tablet* | kids ipad | fota | filma | foton',
);
const swindle = patterns(`
fejk* | bedrägeri* | lurad | skickas _ mejl | konstigt/fejk/falskt/skumt sms | virus* | nätfiske* | phishing* | bluff* | klick* _ länk* | presentkort* | be/ber/bett/ska/vill/kräver _ swisha* | gmail*
känns/verkar/ser _ skumt/konstigt/märkligt/lurt/misstänkt | bankuppgift* | gift card* | suspicious * | ska/vågar/kan jag klicka | tull | postnord | *återbäring*
misstänkt* | skumt/konstigt/märkligt mejl/mail/sms | länk | link | okänd avsändare | falsk* | ring* ett nummer | microsoft | popup* | pop up | fake
`);

const hints: readonly Hint[] = [
  { heard: [outsiders, goingOnline], words: 'gästnät wifi för besökare' },
  { heard: [networkCode], words: 'koden till gästnätet wifi för besökare' },
  { heard: [away, telephone], words: 'hänvisa vidarekoppla telefonen semester' },
  { heard: [diaries, seeing], words: 'se kollegas kalender upptagen' },
  { heard: [sharedBox], words: 'delad brevlåda syns inte' },
  { heard: [full, tablets], words: 'plattan lagringen är full' },
];

const accessories = patterns(accessorySource);
const lost = patterns(lossSource);
const givenAway = patterns(givenAwaySource);
const wrongCode = patterns(wrongCodeSource);

/** The field's own words for what people tell as a story, so that the search finds the note about it. */
export function searchHints(line: string): string {
  if (matches(without(line, accessories), lost)) return 'borttappad stulen enhet';
  if (matches(line, swindle) || matches(without(line, wrongCode), givenAway))
    return 'nätfiske misstänkt mejl länk virus';
  return hints
    .filter(({ heard }) => heard.every((set) => matches(line, set)))
    .map(({ words }) => words)
    .join(' ');
}
