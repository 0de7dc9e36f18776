import { patterns } from '../text/patterns.ts';

/** Somebody asks for a person: always obeyed. */
export const wantsPersonWords = patterns(`
prata/tala/prat/snacka/chatta/pratas med en/någon/nån/ett _ människa/person/riktig/tekniker/kollega/levande/handläggare/supporten
prata/tala/snacka med en människa | prata/tala/snacka med en riktig *
prata/tala/snacka med någon/nån/teknikern/supporten/it
riktig/riktiga/levande/mänsklig människa/person/support/tekniker/kontakt | inte en robot | ingen robot
inte med en/någon robot/bot/maskin
slippa _ robot/boten/robotar | koppla mig till/med en/någon/nån/supporten/teknikern/it
connect me with/to * | put me through | koppla mig vidare | vill ha en människa
mänsklig kontakt | human being | a human | real person | real human | live agent
talk/speak to/with a/someone/somebody/an human/person/agent/technician/someone/somebody
talk/speak to/with someone/somebody | not a bot/robot | actual person
skicka hit någon/nån/en/teknikern | skicka någon/nån/en _ människa/tekniker/person | skicka någon/nån
skicka en * människa | skicka hit | send someone/somebody | send a technician
kan någon/nån/ni/teknikern ringa mig/upp | ring mig | ring upp mig | ringer _ upp mig | be _ ringa mig
call me | kan ni ringa
snakke med et menneske | puhua ihmisen kanssa | ihmisen kanssa | z człowiekiem | mit einem menschen | إنسان
شخص حقيقي | з людиною | с человеком
vill/behöver/önskar/kräver/få/får/ha _ människa/mänsklig/personlig * | prata/tala/snacka/pratar _ människa/mänska/någon/nån/någon annan/personal/support/handläggare/tekniker
vill/behöver/önskar/få/får/ha _ människa/mänska | en människa tack | riktig person | en riktig | levande människa | människa av kött
någon/nån/en levande * | någon/nån _ höra/hör/höra av/kontakta/ringa/ringer _ * | be någon/nån _ * | höra/hör av sig/er till mig | höra av sig | hör av dig/er | bli uppringd | ring upp | ringa upp | ringer mig | kan ni/du/någon/nån _ ringa | vill bli kontaktad | kontakta mig | hör av er till mig | hör av dig till mig
trött på boten/robotar/automatsvar/dig | svara inte mer bot | sluta robot | vill inte prata/skriva/chatta med en/ett/dig * | ingen bot | inte en bot | inte någon/nån bot
en livs levande | av kött och blod | kundtjänst | någon som kan _ på riktigt | get me a/someone/somebody | give me a person/human | i want a person/human/technician
i need a person/human/technician | speak to a/an/the | phone me | ring me | give me a call | a person please | human please | operator
`);

/** A person, and nothing else, is what the message says. */
export const barePersonWords = patterns(`
människa | mänska | människor | en människa | person | personal | mänsklig | mänsklig hjälp | tekniker | teknikern | supporten | support | kundtjänst | handläggare
prata | snacka | samtal | ring | human | human being | person | agent | operator | technician | representative | ihminen | człowiek | إنسان | людина | человек
`);

/** What may stand beside it. */
export const barePersonCompany = patterns(`
en | ett | riktig | levande | med | till | tack | jag | vill | ha | nu | snälla | någon | nån | få | kan | hjälp | hjälp av | a | an | the | real | please | want | i | need | now | to | with | talk | speak | koppla | mig
`);

/** A technician is asked to come: obeyed like a wish for a person when a name or trade goes with it. */
export const visitWords = patterns(`
komma förbi | komma hit | kom hit | kan/kunde/skulle _ komma _ förbi/hit/ut | titta förbi | svänga förbi
come by | come over | come and look/fix/help | come here | stop by | drop by | swing by
kan/kunde någon/nån/ni/teknikern/it _ titta/kika/kolla/hämta/komma/byta/laga/fixa/hjälpa _ på
kan/kunde någon/nån _ titta/kika/kolla/hämta/komma/laga/byta/fixa
kan/kunde/skulle ni _ hämta/laga/byta/återställa/installera/kolla/titta/flytta/montera/nollställa/återskapa/låsa/öppna/ta/skicka/fixa/kika
kan ni kolla | kan du kolla | kan/kunde någon/nån * | could/can someone/somebody _
can you/someone send/restore/come/fix/replace/check/move/install | behöver/vill ha? hjälp på plats
på plats av
behöver/vill/behövs ha? en/nån/någon tekniker | komma ut och | vill ha besök | behöver besök | send _ out
kan/kunde nån/någon/ni/du _ komma/kika/titta/hämta/laga/byta/fixa | någon/nån måste/får/behöver komma/hit/ut | kom och | kom o fixa/hjälp/titta/kolla
skicka hit | någon/nån som kan komma/titta/kika | på plats | när kommer ni/någon/nån | behöver besök | nån/någon/en som kommer/tittar/kollar | som kommer hit | kommer hit och | en tid när | hämta den/dem/dom | snälla kom | please come | need someone
`);

/** Everything that the guides say was done already. */
export const triedAllWords = patterns(`
provat/testat/gjort/prövat/försökt/kört/följt/kollat _ allt
gått/gick igenom _ allt/alla/hela/guiden/listan/stegen | alla punkter | varje punkt | alla råd
enligt _ råd/tips | trots att _ gått/gjort/provat/testat/följt | provat/testat/gjort/prövat/försökt med allt
provat/testat/gjort _ allt | allt _ på/i lappen/listan/guiden/instruktionen/beskrivningen
gjort/gjorde/kört/provat/testat/prövat/följt/följde/gick/gått _ lappen/listan/guiden/instruktionen/instruktionerna/stegen/anvisningen/anvisningarna/lathunden/manualen/råden/tipsen
precis/exakt som ni skrev/sa/skriver | som ni skrev | som det står
gjort stegen | provat stegen | alla stegen | alla steg | alla knep | alla tips | alla tipsen
gjort _ listan | alla vanliga | det vanliga | allt det där | allt ni
tried everything | done everything | tried all | did everything | followed the/all/your * | ive done _
ive already tried | already tried | already done | all the steps | every step | i did all | nothing helps
nothing worked | inget hjälper | ingenting hjälper | inget hjälpte
har redan/redan provat/testat/gjort/prövat/försökt/startat/bytt/dragit | redan startat om | redan gjort
allerede prøvd | har prøvd alt | har prøvet alt
samma visa | samma sak ändå | ändå samma | fast jag/vi gjort/provat/testat/följt * | provat/försökt/testat/gjort/startat/tryckt/jag _ om och om igen | provat/försökt/testat/gjort/startat/tryckt _ gång på gång | hur många gånger som helst
utan resultat | utan framgång | det hjälpte inte | hjälpte inte | hjälpte inget | hjälper inte | gjorde ingen skillnad | ingen skillnad | lika dant | lika illa | ändå inte
same thing | made no difference | no difference | no luck | to no avail | didnt help | doesnt help | still the same | no change
`);

/** One thing that was tried. Two of them count as having tried the usual. */
export const triedOneWords = patterns(`
startat om | startade om | omstartad* | har startat om
bytt kabel/kablar/sladd/batteri/batterier/uttag/toner/laddare/ladd*/dator/laddställ/adapter/port
bytte kabel/batteri/sladd/uttag | bytt/bytte både _ kabel/sladd/batteri/batterier/uttag/toner/laddare/adapter/port
annan/annat/andra/ny sladd/kabel/uttag/laddare/dator/eluttag/adapter/kontakt/skärm/telefon
dragit/drog ur | dragit/drog i/ut | tryckt/tryckte * _ om | loggat in på nytt | loggat ut och in | loggat ut
loggat in igen | laddat hela/om/över | ladda hela natten | vilat | nollställt | nollställde | avinstallerat
installerat om | kopplat om | kopplat ur | kopplat från | stängt av och
another/different/new socket/cable/outlet/charger/computer/adapter/battery/lead | restarted | rebooted
reset | turned it off | unplugged | replugged | swapped | replaced _ cable/battery/batteries | reinstalled
logged out
satt i igen | bytt plats | vridit | rengjort | provat en annan | testat en annan | testat på en annan
provat på en annan | tryckt på alla | tryckt pc* | hållit in | höll in | väntat * min* | väntat | rensat
torkat av | blåst | i tried
flygplansläge* | väntat ut | ny/nytt/nya/new lösen/lösenord/batteri/batterier/sladd/kabel/battery/cable/mouse/charger/keyboard/password | bytt/bytte eluttag/kontakt/mus/hdmi
provat/testat/prövat/kört/provade/testade _ * | dragit ur den | drog ur den | stängt av och på | av och på | tömt cache* | rensat cache* | uppdaterat | omstart* | startat om allt
already reinstalled/restarted/replaced/swapped/updated/checked | tried * | whatever browser | flera webbläsare | annan webbläsare | another browser
`);

/** Something is broken so that no advice mends it. */
export const damageWords = patterns(`
tappat en/ett/några skruv/skruvar/hjul/ben/lock/lucka/tangent | skruven är/har _ borta/lossnat
tangent* _ saknas/borta/lossnat | knapp* _ saknas/lossnat/intryckt | luck* _ av/loss/lös/trasig |
luck* går inte att stänga | spricka | sprickor | spindelnät
slängde/kastade/sparkade/slog _ i/på skärmen/storskärmen/tvn/plattan/projektorn | hänger bara
hänger _ i en/ena/ett/sladden | hänger _ skruven |
sprucken | sprucket | spruckit | spruckna | spräckt | spräckts | spruckit | sprack | krossat | krossad
krossade | krossats | kraschat skärm* | cracked | smashed | shattered | trasig skärm | skärmen trasig
glaset trasigt | glasspricka
sladden/kabeln/kontakten/handtaget/benet/luckan/pennan/knappen/locket/stiftet är/e av | cable/plug/leg/handle is off
avbruten | avbrutet | avbrutna | gått av | gick av | gått sönder | gick sönder | sönder | broken screen
broken off | snapped | bent pins | böjd* | böjt | bruten | brutits | knäckt | knäckts | avklippt*
klippt av | klippte av | avslit* | slitit av | slet av
lossnat | lossnade | ramlat | ramlade | trillat | trillade | åkt i golvet | åkte i golvet | åkte i marken
i två delar | i delar | i bitar | gått i kras | i kras | rasat | rasade | föll | fallit | ramla
tappade/tappat/tappa _ golvet/marken/backen/asfalten/trappan | tappade den | tappat den
tappade plattan/datorn/paddan/ipaden/mobilen/telefonen _ golv* | fell | dropped | hänger löst | hänger snett
hänger i | hanging | came off | sitter löst
spillt | spillde | spilld | spiller | spill* | utspillt
hällt/hällde _ över/ut/ner/ned/vatten/kaffe/saft/mjölk/te/juice/läsk/vin/öl/soppa
kaffe/vatten/saft/mjölk/te/juice/läsk/öl i/över/på datorn/laptopen/tangentbordet/plattan/paddan/ipaden/mobilen/telefonen
spilled | spilt | blöt | blöt* | dränkt | i vattnet | i toaletten | i toan | i poolen | in water
water damage | fuktskad* | vattenskad*
uppsvälld* | svullet batteri | svullen | svällt | batteriet har svällt | swollen | bulging | bucklig*
inbucklad* | repad | vandaliser* | sönderslag* | slagits sönder | klottrat | skadad | skadat | skadats
damaged | bitit | tuggat på | påkörd* | överkörd* | sladdbrott | glappkontakt | kabelbrott
odklejony | rozbit* | rikki | hajonnut | knust | ødelagt | gått i bitar | i bitar | i tusen bitar
bruten/brutna/bröts | gick i/av | gått i två/tre/flera * | blivit tjock | tjocknat | svullnat | buktar | buktig* | puttat ut | bågnat | i tu | i bitar | splittrat/splittrad/splittrats
glas* _ bitar/småbitar/skärvor | småbitar | tusen bitar | stort hål | ett hål i/på/genom | hål i skärmen | ställt sig på | ställde sig på | rakt in i * | sparkade/sparkat/kastade/kastat/slog/slagit _ in i/på * | avbiten | avbitet | biten av | gnagt | gnagare | tuggat av | spola/spolade/spolat _ ner/ned | i tvättmaskinen | genom tvätten | tvättat/tvättade _ * | i sjön/pölen/badkaret/diskhon/handfatet | avskav* | fransig* | ser metallen | synlig metall | tuggat sönder | sönderbit* | luktar _ varmt | doftar varmt | smells hot/warm | randig | randigt | ränder på skärmen | streck över/på skärmen | lodräta streck | döda pixlar | dead pixels | vertical lines | lines on the screen
tappat/tappade _ glas* | trampat på | trampade på | satte sig på | satt sig på | kört över | klämt | kläm* sönder | kontakten är böjd | böjda stift | stepped on | sat on
`);

/** A thing that gives no sign of life. */
export const deadWords = patterns(`
är/blev/blir _ kolsvart/kolsvarta/tvärsvart | helt slocknad | nedsläckt | livlös* | får inte/ingen ström | tänds inte | inget livstecken | ger inget ifrån sig | stendöd | stendött
stendöda | helt död | helt dött | helt döda | heldöd | stone dead | completely dead | totally dead | är död
är döda | e död | är dött | tvärdöd* | tvärdog | har dött | dog | dead
startar inte alls | startar inte | startar inte längre | vill inte starta | inte starta | går inte igång
går inte att starta/slå | går inte att sätta på | vägrar starta | kommer inte igång | ingen lampa
inga lampor | inga lampor lyser | ingen ström | strömlös | helt svart | helt svarta | är svarta
reagerar inte alls | inget/ingenting händer när jag/man/vi/du _ trycker/slår/sätter/startar
wont turn on | doesnt turn on | not turning on | wont start | doesnt start | wont boot | wont power
no light | no lights | no power | does not turn on | will not turn on | starter ikke | käynnisty
nie włącza | geht nicht an | slocknat | slocknade | gått ner helt
`);

/** A wish for something new, moved, set up or allowed. */
export const orderWords = patterns(`
beställa | beställ | beställer | beställning* | beställt | rätt att se/läsa/ändra/skriva | jag godkänner
behöva/behöver/behövs/önskar/skulle/vill/söker/saknar _ ny/nytt/nya/fler/extra/ytterligare/större/bättre/annan/kraftigare
behöver/behövs/önskar/vill _ en/ett till | vi/jag vill/skulle vilja ha _ också/även
behöver/behövs/saknar/önskar en/ett/två/tre/några hörlur*/headset*/mus/möss/tangentbord*/laddare/laddsladd*/sladd/sladdar/kabel/kablar/adapter*/ipad*/platta/plattor/dator/datorer/laptop*/skärm/skärmar/telefon/mobil/projektor/högtalare/dosa
låna en/ett/två
kan/kunde/skulle/går ni/du/någon/nån/det _ blockera/spärra/avblockera/tillåta/släppa/filtrera * | can you _ block/unblock/allow/whitelist
behöva/behöver/behövs/önskar/vill _ #/två/tre/fyra/fem/sex/sju/åtta/tio/tolv/några * | byter lokal
flyttar lokal | ska flyttas | måste flyttas | behöver flyttas | köpa | köpa in | inköp
köpas
fyra/tre/två/fem/sex/sju/åtta/tio/tolv/några/fler/ny/nya nya/fler * till | till nästa termin | byta ut
uppgradera | uppgradering | låna * dator/projektor/ipad | få låna | behöver låna
behöver/vill/önskar/saknar ha? behörighet | behörighet till/i/för | ge mig/henne/honom _ behörighet
lägga upp/till _ användare/konto/person/vikarie | skapa _ konto/användare/grupp/lista/brevlåda/mapp/kanal
ta bort _ konto/behörighet/användare
kan/kunde/ska/skulle/vill/måste _ flytta/flyttas/installera/installeras/montera/monteras/dra/dras/koppla/sättas/sätta
flytta * datorn/skrivaren/projektorn/skärmen/telefonen/skåpet
flytta datorn/skrivaren/projektorn/skärmen/tvn/kopiatorn | behöver _ installerat/monterat/flyttat/uppsatt
installerat på | få _ installerat
går det att ordna/få/beställa/skaffa/köpa | kan vi få | vore bra/fint/bättre/toppen med en/ett/fler/ny/nytt/två * | vilja ha en/ett/två/tre/fler/ny/nytt/nya * | skulle/skull vi/jag/man kunna få * | kan jag få _ ny/nytt/nya/extra | vi saknar | skaffa
order | request a | we need a/an/new/more/another/extra/two/three/four/five/some | need a new | id like a
would like a | would like to order | set up a | new number | nytt nummer | nytt telefonnummer
nytt abonnemang | byta abonnemang | nytt konto | nya konton | access to | permission to | permission for
add me to | add * to the | licens till | licenser till
kan/kunde/skulle ni/du/någon/nån _ lägga på/till/upp * | lägga upp en/ett * | lägga till * | skapa en/ett * | sätta upp en/ett/ny * | kunna attestera/godkänna/läsa/se/redigera
få/skaffa/köpa/beställa en/ett/två ny/nytt/nya * | få ny/nytt/nya * | ytterligare en/ett/två * | konto/kontot/hennes/hans ska stängas/avslutas/tas | slutar på * | ska kunna * | ska ha tillgång/behörighet/åtkomst/konto | behöver tillgång/åtkomst/konto/läsrätt/skrivrätt/rättighet* | läsrätt | skrivrätt | få tillgång till | slutar/börjar hos oss _ *
`);

/**
 * Asks whether one may pull a plug oneself, or how to get a thing back or going; or the machine is it that wants
 * something (`plattan vill ha en ny kod`): nothing is to be had or moved.
 */
export const notOrderedWords = patterns(`
den/det/datorn/plattan/paddan/ipaden/skrivaren/kopiatorn/telefonen/mobilen/appen/programmet/systemet/tavlan/skärmen/sidan/chromebook/chromebooken/*datorn/*plattan/*skrivaren/*telefonen/*appen/*systemet/*skärmen vill/behöver/kräver _ ha/att
kan/får/ska/måste/bör/vågar/törs jag/ja/man/vi _ dra/koppla/rycka/plocka/ta ur/ut/loss/bort
få/får fram/tillbaka/igång/bort/loss/kontakt
lost/lose/no/without/losing access/permission to/for | inte/tappat/förlorat/ingen åtkomst/behörighet/tillgång till/i/för
`);

/** Who did something at a computer: whoever may look that up is a person. */
export const traceWords = patterns(`
se/kolla/veta/spåra/hitta/kontrollera/ser/kollar vem/vilka | se/kolla/veta/spåra _ vem/vilka som | reda på vem/vilka | få fram vem/vilka
logg/loggar/loggen/historik över _ vem/vilka | see/check/tell/trace/know/out who | who has logged/used/deleted/opened
`);

/** What leaves a trace in a log. */
export const tracedDeeds = patterns(`
loggat/loggar/logga/loggade in | inloggad | inloggade | inloggning* | varit inne | använt | använder | använde | raderat | raderade | tagit bort | tog bort | slängt | ändrat | ändrade
öppnat | öppnade | läst | hotar | hotas | hotat | hotade | mobbar | mobbas | mobbat | trakasser* | kränk* | skrivit | skrev | skickat | skickade | threaten* | bull* | sent | wrote | written | skrivit ut | skrev ut | flyttat | flyttade | kopierat | logged in | logged on | used | deleted | removed | changed | opened | printed | moved
`);

/** "How", "where", "what", rather than a polite "could I". */
export const asksHowWords = patterns(`
hur gör/får/kan/ska/lägger/byter/man/skriver/ser/ställer/loggar/ansluter/kopplar/hämtar/skapar/delar/säger/slår/sätter/startar/kommer/använder/hittar/öppnar/stänger/tar/e/är/var/brukar/funkar/fungerar/styr/hänvisar/fyller/skannar/flyttar/spelar/visar | hur _ gör * | hur * jag/man/vi/du/ni/hon/han/dom/de | how do/can/to/should/would/does/i/am/is | var/vart finns/hittar/ligger/gör/ser/sitter/är/blippar/vänder/ställer/ändrar/kan/ska | where | vilken/vilket/vilka | which | vad gör/ska/är/e/gäller/händer/missade/missar | vad har jag/vi missat | what
`);

/** A question about how something is done. */
export const howToWords = patterns(`
hur gör/får/kan/byter/lägger/hittar/kommer/skriver/ser/ställer/loggar/ansluter/kopplar/hämtar/skapar/delar/startar/sätter/öppnar/installerar/ändrar/tar/hänvisar/skickar/beställer/vidarekopplar/återställer/spelar/visar/skannar/funkar/fungerar/anmäler/når/rapporterar/använder
hur ska/skall/gör | hur gör man | hur man | vad gör jag/vi/man | va gör man/jag/vi | hur går man/jag
hur e det man | hur bokar | hur registrerar | vad är/e/heter koden/lösenordet/nätet/adressen/numret
vilket nät/lösenord/nummer/program | var hittar/finns/sitter/ligger/är/hänger/kan/ser/gör
vart vänder/ringer/hittar | var någonstans
går det att | kan man | kan jag | får man | får jag | är det farligt | vad ska jag | vad ska vi | vad bör
ska jag | måste jag | behöver jag | finns det | how do/can/to/should/would/does | what do/should/is the
where do/can/is/did/are | is it possible | can i | what now | is that a known | is this known | is it broken
am i supposed | could you explain | tips på | hjälp mig att
mitä teen | miten | kuinka | co mam zrobić | jak | hva gjør | hvordan | hvad gør | was soll | wie kann
ماذا افعل | كيف | що робити | як мені | что делать | как мне | vad gör | vad göra | va gör
hur */* jag/man/vi/hon/han/dom/de/ni/du/min/mina/vår/våra/eleverna/barnen/personalen/en/ett
hur får/lär/ska/kan/brukar * | hur _ gör man | hur var det man | hur är det med | hur länge | hur lång tid | hur ofta | hur många
vad missade jag/vi | vad missar jag/vi | vad har jag/vi missat | vad gör/göra man/jag/vi först/nu/då/här | vad gäller för/vid/när
vad krävs | vad behövs | vad väljer/trycker/skriver/fyller/använder jag/man/vi | vad heter nätet/lösenordet/skrivaren
finns det nåt/något/någon/några/nån knep/trick/sätt/tips/lathund/guide/instruktion/manual/beskrivning | finns det en lathund/guide/instruktion/manual
har ni/du nån/någon/nåt/några instruktion/instruktioner/guide/tips/lathund/manual/råd | nåt/något/några knep/trick/tips
vet ni/du/någon/nån hur/var/vad/vilken/vilket/om | någon/nån som vet | går den/det/de att | går det bra att
vilken/vilket/vilka * ska/gäller/väljer/tar/använder/behöver/siktar/trycker/är | vilken/vilket/vilka av * | vilken/vilket/vilka * jag/man/vi/hon/han/de
var * jag/man/vi | vart * jag/man/vi | var i menyn/inställningarna | när får jag/vi | brukar man | ska man | bör man/jag/vi | kan/får/ska vi
visa mig | kan du/ni visa/förklara/berätta/guida/hjälpa mig att | lär mig | förklara hur | berätta hur | steg för steg | instruktioner för/till
step by step | instructions | any tips | any trick | any idea how | how come i/we | how long | how often | how many | how can | how i | how to
which one | which * should/do/can/is | where can/do/should/would | what am i | what are the steps | what is the trick | who knows how | show me | could you tell me
is there a/any way/trick/guide/manual | can we | may i | should i | do i need | do we need
`);
