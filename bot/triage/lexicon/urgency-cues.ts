import { patterns } from '../text/patterns.ts';

/** Who may be kept waiting. */
const waiting =
  'klassen/eleverna/elever/barnen/barn/alla/folk/gästerna/gäster/besökarna/besökare/föräldrarna/publiken/deltagarna/ungdomarna/ungarna/brukarna/kollegorna/hon/han/de/dom/vi/jag/gruppen/nämnden/pensionärerna/patienten/patienterna/brukaren/kunden/kunderna/besökaren/teamet/rektorn/läkaren/doktorn/föräldern/laget/kön/arbetslaget';

/** Work has stopped and there is no way round, or there is next to no time. */
export const stoppedWords = patterns(`
akut | *akut | bråttom | jättebråttom | superbråttom | skitbråttom | jätteakut | skynda er/dig/på | hurry up | brådskar | brådskande | omgående | omedelbart | genast | direkt tack | nu direkt
så fort det går | snarast | urgent | urgently | asap | emergency | immediately | right now | kris | panik
nödläge | mayday | as soon as possible | right away | straight away | clock is ticking | running out of time
kan inte/ej _ jobba/arbeta/undervisa/signera/dokumentera/låna/registrera/rapportera
kan inte/ej _ ta betalt | kan inte/ej _ göra nåt/något/någonting | kan inte/ej _ låna ut
kan inte öppna/nå/läsa/se journal*/läkemedel*/medicin* | kan inte längre jobba/arbeta | går inte att jobba/arbeta | ingen kan * | ingen _ kan signera/dokumentera/jobba/arbeta/logga/låna/se/nå | ingen klass | ingen undervisning | står still | står stilla
helt stopp | totalstopp | totalt stopp | stopp för | cant/cannot _ sign/document/chart/register/teach | cant work | cannot work | unable to work | cant do my job
work has stopped | kan inte göra någonting | göra nåt | lamslag* | sitter fast utan | har ingen annan | har inget annat | have no other | ta emot betalt | låna ut böcker | behöver/need det/den/hjälp/it/help nu/now | på väg in | strömmar in | insläpp* | ha/få/ge/ta/har/får _ medicin*/insulin*/läkemedel* nu | omedelbar | omedelbar hjälp | hastar | får inget gjort | inget blir gjort | kommer ingenstans | allt arbete | arbetet ligger/står/har | står här med/och/utan | nu sitter/står vi/jag * | get nowhere | nothing gets done | live om | sänder om
${waiting} väntar | ${waiting} _ väntar | is/are waiting | people waiting
mitt i lektionen | mitt under lektionen | mitt i provet | mitt i mötet | mitt under | mitt i föreställningen
mitt i _ lektion/prov/möte/undervisning | mitt under _ *
lektion nu | lektionen börjar nu | möte nu | provet nu | proven började | provet började | provet har börjat
redan börjat | lektionen/mötet/provet/föreställningen _ börjat/igång | already started | has started
kastades/kastats/kastad/utkastad/utslängd/slängdes/åkte _ ur/ut _ provet | thrown/kicked/threw _ out _ test/exam | mid test/exam/lesson/lecture
har börjat | började för | startar nu | börjar nu | börjar om fem/tio/femton/tjugo/en | class is waiting
in the middle of _ lesson/class/exam/meeting/test | during the exam/test
vågar inte ha | ringa 112 | nå ambulans | inte larma | läkemedelsrond* | medication to | insulin*
medicindelning* | medicinrond* | läkemedelsdelning* | medicin*/läkemedel*/kvällsmedicin*/morgonmedicin* _ dokumenteras/signeras/delas/ges | give _ medication/medicine
signera/dokumentera/dela/ge/se _ medicin*/läkemedel*/insulin* | signeringslist* kan inte
livsfarlig* | farligt | vet inte hur vi | ambulans* | ensam ssk/sköterska/sjuksköterska/nattpersonal | ensam på natten/plan/passet/huset/hela/två/tre/fyra * | ensam i natt | ensam inatt
larm* går inte | disken full | står utan läkemedel*/medicin*/journal*
full av folk | fullt av folk | full med folk | fullt med folk | utelåst | kommer inte in på något
ingenting alls | inte ut heller
`);

/** Minutes left: `om 20 min`, `in half an hour`. */
export const soonWords = patterns(`
om _ 1/2/3/4/5/10/15/20/25/30/40/45/fem/tio/femton/tjugo/trettio/några min/minuter/minut | om en kvart
om en halvtimme | om en halv timme | om halvtimme | inom en/ett timme/timma/halvtimme/halvtimma/kvart/stund | inom en halv timme | stressat läge | stressigt läge | inom _ minuter/minut/min | within _ minutes/mins/hour | in _ minutes | in half an hour
in an hour | within the hour | inom kort | börjar/startar/öppnar/starts/begins om/in # | strax | snart | nu mitt i | precis nu | just nu
in # mins/min | any minute
`);

/** What only sounds like minutes left: a lock's waiting time, how often it happens. */
export const notSoonWords = patterns(`
försök/försöka/prova/vänta/inaktiverad/inaktiverat/låst _ om/i # min/minuter/minut/timmar | försök/försöka _ om _ min/minuter/minut
om/in # dagar/veckor/månader/år/days/weeks/months | börjar/startar/öppnar om # dagar/veckor/månader/år/timmar
try again in # minutes/minute | again in # minutes | var/varje * minut | efter # minuter/min | every # minutes
strax före/efter/innan | alldeles strax | snart * år | startades om # min | lika snart
`);

/** A deadline today, or soon enough that it cannot just wait. */
export const todayWords = patterns(`
idag | i dag | ikväll | i kväll | i eftermiddag | eftermiddagen | till kvällen | kvällsronden | före lunch
innan lunch | imorgon bitti | today | tonight | this afternoon | by noon | kl * | klockan * | at noon
nästa lektion | om en timme | om två timmar | om ett par timmar | om _ timmar | på fredag | på måndag
senast | deadline | innan dagen är slut | före stängning | efter lunch | end of the day | before lunch
`);

/** No hurry, said or shown. */
export const canWaitWords = patterns(`
brådskar/hastar inte/ej * | brådskar/hastar inte/ej | inte jättebråttom/superbråttom | om ni/du/någon/nån ändå * | when/if someone/somebody/you has/have a? minute/moment/time | är på plats nästa gång | ingen katastrof | inte kris | ingen kris | ingen fara | inget som stressar/brådskar | ingen brådska | inte bråttom | ingen panik | inget akut | inte akut | inte så akut | inte brådskande | ingen stress
när ni har tid | när ni hinner | när du hinner | när det passar | när tillfälle ges | vid tillfälle
någon gång | nån gång | kan vänta | det kan vänta | no rush | no hurry | not urgent | whenever
när någon/nån ändå * | nästa gång ni/du/någon * | inte hela världen | går att leva med | funkar så länge | klarar mig
bara så ni/du vet | ville/vill bara/ni? säga/tipsa/berätta/veta/meddela | för kännedom | fyi | just so you know | just letting you know | har/ha vägarna förbi | är i krokarna | någon/nån dag | någon/nån vecka | vid/när tid finns | i mån av tid | no hurry * | använder den andra | använder en annan | lånar en annan | tar den andra så länge | so länge | så länge
when you have time | when you get a chance | low priority | innan jul | efter lovet | efter jul | till våren
till nästa termin | nästa termin | nästa månad | nästa vecka | före februari | i januari | i februari
i mars | i augusti | till hösten | sometime | next week | next month | next term
ei kiirettä | nie pilne | ingen hast | i framtiden | på sikt | this week | undrar bara | bara undrar | nyfiken
`);

/** Seen, not felt: a stain in the picture, yesterday's menu. Of a display it can wait. */
export const cosmeticWords = patterns(`
rand/ränder/streck/fläck/fläckar/prick/prickar/skugga/ton/nyans/linje/linjer/stripe/stripes/line/lines/spot/stain/tint _ i/på/över/in/on/across/mitt _ bilden/bild/skärmen/duken/picture/screen/image
gårdagens/förra/gammal/gamla/fel/inaktuell/inaktuella/utgången _ veckans/månadens/meny/menyn/matsedel/schema/datum/vecka/datumet/klockslag/tider | från förra veckan/månaden/året/igår | yesterdays/last/old/wrong _ menu/weeks/timetable/schedule/date/rooms/week
grön/gröna/gul/rosa/lila/röd/blå/mörk/blek i färgen/tonen/bilden | färgerna är/ser/blir | blaskig* | urvattnad* | fel färg/färger | visar fortfarande * | still shows/showing * | färgstick* | colour/color/colours is/are/look
`);
