import { patterns } from '../text/patterns.ts';

/** Work has stopped and there is no way round, or there is next to no time. */
export const stoppedWords = patterns(`
akut | bråttom | brådskar | brådskande | omgående | omedelbart | genast | direkt tack | nu direkt
så fort det går | snarast | urgent | urgently | asap | emergency | immediately | right now | kris | panik
nödläge | mayday
kan inte/ej _ jobba/arbeta/undervisa/signera/dokumentera/låna/ta betalt/registrera/göra nåt/göra något/göra någonting
går inte att jobba/arbeta | ingen kan | ingen klass | ingen undervisning | står still | står stilla
helt stopp | totalstopp | totalt stopp | stopp för | cant work | cannot work | unable to work
work has stopped | kan inte göra någonting | göra nåt
klassen väntar | eleverna väntar | barnen väntar | alla väntar | sitter _ väntar | står _ väntar
mitt i lektionen | mitt under lektionen | mitt i provet | mitt i mötet | mitt under | mitt i föreställningen
lektion nu | lektionen börjar nu | möte nu | provet nu | proven började | provet började | provet har börjat
redan börjat | lektionen/mötet/provet/föreställningen _ börjat/igång | already started | has started
har börjat | började för | startar nu | börjar nu | börjar om fem/tio/femton/tjugo/en | class is waiting
students are waiting | in the middle of the lesson/class/exam/meeting
vågar inte ha | ringa 112 | nå ambulans | inte larma | medicin* | medication | läkemedel* | signera*
livsfarlig* | farligt | vet inte hur vi | ambulans* | ensam ssk | larm* går inte | disken full
full av folk | fullt av folk | full med folk | låser sig | är låst | utelåst | kommer inte in på något
ingenting alls | inte ut heller
`);

/** Minutes left: `om 20 min`, `in half an hour`. */
export const soonWords = patterns(`
om _ 1/2/3/4/5/10/15/20/25/30/40/45/fem/tio/femton/tjugo/trettio/några min/minuter/minut | om en kvart
om en halvtimme | om en halv timme | om halvtimme | inom en timme | in _ minutes | in half an hour
in an hour | within the hour | inom kort | strax | nu mitt i | precis nu | just nu
`);

/** A deadline today, or soon enough that it cannot just wait. */
export const todayWords = patterns(`
idag | i dag | ikväll | i kväll | i eftermiddag | eftermiddagen | till kvällen | kvällsronden | före lunch
innan lunch | imorgon bitti | today | tonight | this afternoon | by noon | kl * | klockan * | at noon
nästa lektion | om en timme | om två timmar | om ett par timmar | om _ timmar | på fredag | på måndag
senast | deadline
`);

/** No hurry, said or shown. */
export const canWaitWords = patterns(`
ingen brådska | inte bråttom | ingen panik | inget akut | inte akut | inte så akut | inte brådskande
när ni har tid | när ni hinner | när du hinner | när det passar | när tillfälle ges | vid tillfälle
någon gång | nån gång | kan vänta | det kan vänta | no rush | no hurry | not urgent | whenever
when you have time | when you get a chance | low priority | innan jul | efter lovet | efter jul | till våren
till nästa termin | nästa termin | nästa månad | nästa vecka | före februari | i januari | i februari
i mars | i augusti | till hösten | sometime
ei kiirettä | nie pilne | ingen hast | i framtiden | på sikt | this week | undrar bara | bara undrar | nyfiken
`);
