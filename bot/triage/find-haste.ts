import { fillerWords } from './lexicon/filler-words.ts';
import { eventWords, severalPeopleWords, wholeSiteWords } from './lexicon/scope-cues.ts';
import { courtesyWords } from './lexicon/talk-words.ts';
import { canWaitWords, notSoonWords, soonWords, stoppedWords, todayWords } from './lexicon/urgency-cues.ts';
import { namesDevice } from './names-device.ts';
import { toLine, wordsOf } from './text/fold.ts';
import { matches, patterns, without } from './text/patterns.ts';

/** What goes with haste and says nothing of what is wrong. */
const hasteCompany = patterns(`
skynda* | snabba/snabbt/fort/fortare | hinner * | hinna | stressigt | stressad* | börjar | börja | startar | slutar | nu | snart | nyss
ringer | ringa | klagar | undrar | frågar | gråter | otåliga | arga | sura | oroliga | irriterade | står | sitter | köar | kö | kön | lång | långa
väntar | vänta | väntat | redan | länge | minuter | minut | min | timme | timmar | prov* | prov | lektion* | möte* | visning* | lunch*
jätte* | super* | verkligen | tyvärr | faktiskt | kanske | snälla | typ | här | kommit | komma | kommer | hem | klockan | kl
hurry* | quick* | waiting | wait | starts | starting | begin* | soon | already | minutes | test | exam | lesson | class | meeting
# | #a | #b | #c
`);

/** "Det är bråttom nu, 30 barn väntar": it is urgent, and nothing else is said. */
export function saysOnlyHaste(text: string): boolean {
  const line = toLine(text);
  if (!saysHaste(line)) return false;
  const left = [
    courtesyWords,
    stoppedWords,
    soonWords,
    todayWords,
    severalPeopleWords,
    wholeSiteWords,
    eventWords,
    hasteCompany,
  ].reduce(without, line);
  const words = wordsOf(left).filter((word) => word.length > 1 && !fillerWords.has(word));
  return words.length <= 1 && !namesDevice(left);
}

function saysHaste(line: string): boolean {
  if (matches(line, canWaitWords)) return false;
  return (
    matches(line, stoppedWords) || matches(without(line, notSoonWords), soonWords) || matches(line, pressing)
  );
}

/** Asks to be quick, or tells that people lose patience. */
const pressing = patterns(`
skynda * | snabba på | fortare | jättebråttom | superbråttom | skitbråttom | jätteakut | hinner inte | hinner ej | kan inte vänta | går inte att vänta
föräldrarna/barnen/eleverna/folk/besökarna/klassen/alla/boende/gästerna/ungdomarna/kollegorna/kön ringer/klagar/undrar/frågar/köar/gråter/växer/tröttnar
ringer/klagar/undrar/frågar/köar/gråter/väntar/står/tröttnar _ föräldrarna/barnen/eleverna/folk/besökarna/klassen/alla/boende/gästerna/ungdomarna/kollegorna | kön växer | kön är lång | lång kö | köar ut
hurry * | hurry | quickly please | cant wait | cannot wait | be quick
`);
