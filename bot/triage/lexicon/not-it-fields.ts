import { type Weighted, weigh } from './weigh.ts';

/**
 * What people say of matters that are nobody's at IT, by whose they are. Each field has its things and what is said of
 * them, in Swedish and English: a thing's inflections, and the verbs by which the matter is told without it.
 */

/** Too cold, too warm, air: the house's. */
const warmth = `
# grader/degrees | lite/mer/mindre/för mycket/ingen/heat/more heat värme
kallt/iskallt/svinkallt/jättekallt/skitkallt/kyligt/svalt/dragigt/varmt/jättevarmt/supervarmt/kvavt/instängt/olidligt i/på/inne/hos/här/vid
vrida/skruva/sätta/dra/höja/sänka ned/ner/upp/på? värmen | drar kallt | drar från/in/genom fönst* | kalldrag*
vi/barnen/alla/man/jag/eleverna/brukarna/personalen/boende/ungarna/folk/hon/han/de/dom sitter/går/står _ jackor/jackan/filtar/vantar/mössa
freezing/chilly/boiling/sweltering/stuffy/cold/hot in/inside | it/we/i/kids/children/everybody/everyone is/are/am freezing in/here/inside/cold/to | *room/office is/are freezing | we/kids/children are freezing | its freezing in/here/inside/cold | freezing cold | stone cold | ice cold | so cold | too hot in | jackets on/off | take/keep _ jackets/coats
air conditioning | aircon | air con | radiators | no heating | the heat | thermostat
luften är | dålig luft | bastu | bastun | bastuaggregat*
`;

/** Water, drains, and what is washed in them. */
const water = `
vattnet är/har/kommer/smakar/luktar | inget vatten i/på/ur | vatten avstängt | vattenavstängning* | avstängt vatten | vattenrör* | rörläck* | spolning*
duschen | duscharna | duschrum* | tvättrum* | igensatt | igensatta | igentäppt* | stopp i/på toa*/avlopp*/handfat*/disk*/vask*/dusch*
toilet/toilets/sink/drain/shower/tap/loo _ blocked/clogged/leaking/overflowing/broken/dripping | no hot water | hot water | urinal* | toaborst* | handtork*
bassäng* | klor | klorlukt* | klorhalt* | badvatten* | poolen
`;

/** Light and current. */
const light = `
utebelysning* | trappbelysning* | ljusarmatur* | lyktstolp* | det är/var/blir/blev mörkt i/på/ute | helt mörkt | är mörkt | huset är mörkt | är/har/blev _ strömavbrott | är _ strömlös* | ingen el
the? light/lights/lamp/lamps above/over/outside/along/by | light/lights is/are/has/have _ out/off/flickering/gone/broken/dead | lights out | pitch dark | no electricity | electricity is/has
lights dont/wont/do/cannot | lights _ gone/out/off/flickering/broken/dead | lights in/above/over/outside/along | lighting | ljusen | timer till belysningen | rörelsevakt*
`;

/** Doors, gates, locks and keys; alarms of the house. */
const doors = `
nyckeln/nyckel/nycklar/nycklarna/nyckelknippan/huvudnyckel/huvudnyckeln/key/keys _ till/för/to/for | nycklarna | nyckelknipp* | huvudnyckel*
key/keys _ lost/missing/gone/broke/broken/stuck | lost/lose/need/spare/copy/forgot/borrow/return _ key/keys | my/our/the/a keys | key to/for the
låst/låser mig/oss/sig ute/inne | låst ute från huset/lokalen/förrådet | låsa/låsas/låser/stänga/stängas/öppna/öppnas _ dörr*/port*/grind*/fönst*/skåp/skåpet/förråd*/ytterdörr*
hänglås* | omklädningsskåp* | klädskåp* | elevskåp* | värdeskåp* | kodlås* | gate/gates/lock/locks/padlock/locker/lockers/door _ broken/stuck/jammed/open/shut/wont/rattles
inbrottslarmet | larmet gick/går/ringer/tjuter/löser | larmbåg* | utrymning* | brandövning* | brandfilt* | brandsläck* | brandman* | brandcentral*
fire drill | chirping | smoke alarm | fire extinguisher
`;

/** Cleaning, waste, and what runs out in a wash-room. */
const cleaning = `
städet | städ | washed | window cleaning | putsade | städa | städar | städat | städade | städas | städats | ostädat | ostädad | stökigt | lokalvård* | moppa* | våttorka* | bona | bonat | bonas | fönsterputs* | putsa _ fönst* | tömma/töms/tömts/tömt/tömd _ sop*/papperskorg*/kärl*
papperskorgarna | sopor | soporna | sopsäck* | sopkorg* | pantburkar | skräp på/i/utanför | äckligt på/i | kladdigt på/i | smutsigt på/i | fläckar på golvet/väggen/mattan
nobody/noone/one has/have _ cleaned | not/never/havent/hasnt/wasnt been? cleaned | cleaned _ room/rooms/floor/floors/toilet/toilets/classroom | cleaning lady/staff/company/service/cart | cleaners | the cleaner | tidied | mopped | vacuumed | swept | dirty floor/floors/toilet/toilets/windows | bins | trash can | garbage | dustbin*
toapappret | tvålen | tvål | handdukar | pappershandduk* | soap | toilet paper | paper towels
`;

/** Pay, hours, contracts. */
const pay = `
ob ersättning* | *ersättning | *ersättningen | traktamente* | milersättning* | reseräkning* _ betalats/utbetald | betalats/betalas ut | fått/får/få/fick _ lön/betalt/pengar
säga/säger/sa upp mig | uppsägning* | uppsägningstid* | gå/går ner/upp i arbetstid/tid/tjänstgöring | arbetstid | arbetstiden | tjänstgöringsgrad* | ledig tid | ledig dag/dagar | lediga dagar | kompledig* | komptid* | flextid* | semesterveckor* | semesterperiod* | betald semester
löneförhandling* | lönesamtal* | medarbetarsamtal* | arbetsintyg* | tjänstgöringsbetyg* | rekryter* _ kollega/vikarie | provanställ* | lasning* | inlasad | friskvård* | företagshälsovård* | skyddsombud* | arbetsskada* | arbetsskadeanmäl*
my pay | pay day | payday | payslip* | pay rise | underpaid | overtime | holiday entitlement/days/allowance | vacation days/time | days off | time off | leave request | employment certificate/contract | reference letter | resign | notice period | maternity | parental leave | expenses paid/back | reimburse*
`;

/** Somebody is away, and who takes the shift. */
const absence = `
have/has/got/got/with a? fever/flu/cold/cough/stomach/headache/migraine | har/fått/med feber/influensa/magsjuka/migrän/halsont/corona/covid | kräks | kräkts | kräktes | throwing up | vomiting | kommer inte idag/imorgon | är/blev/blivit sjuk/sjuka | supply/substitute/cover teacher/teachers/staff
jag är/e/blev/blivit/blir/känner/ligger _ sjuk/krasslig/förkyld/magsjuk/febrig | är/e/blivit sjuk idag/imorgon/hemma/och | sjukanmäl* | frisk anmäla | friskanmäl* | sjukskriv* | sjukintyg* | läkarintyg* | vab | vabba | vabbar | vabbade | vårda* sjukt barn
stannar/stanna/är hemma idag/imorgon/med/från | kommer inte till jobbet/arbetet | kommer _ sent till jobbet | kommer försent | inte komma till jobbet/arbetet | kan inte jobba idag/imorgon/på * för | tandläkartid* | läkartid* | läkarbesök* | tandläkarbesök*
off/im/am/are/is/being/feeling/feel/been/fell/called/call/calling in? sick/ill/unwell/poorly | sick today/tomorrow | sick note/day/days | flu | wont be in | not coming in | cannot come in | cant come in | calling in sick | dentist | doctors appointment | my son/daughter/child is ill/sick
behöver/behövs/saknar/saknas/skicka/ordna/boka/få/fixa/söker/hitta _ vikarie/vikarier/timvikarie/ersättare | vikarie till i/idag/imorgon/på * | need/find/send/book _ substitute/sub/stand/cover | cover/covers/swap/take/takes/covering my/her/his/a/the shift/class/lesson | short staffed | understaffed | underbemann* | ont om folk | för få i personal* | byta/byter/ta/tar _ pass/passet/passen | jobbpass | extrapass
`;

/** Food, and the kitchen that makes it. */
const food = `
fruktkorg* | frukten | order/orders/orders/deliver* _ fruit/milk/coffee/bread/food | vad är/blir/serveras _ mat/lunch/middag | till lunch idag/imorgon | lunchen/maten/frukosten/middagen/mellanmålet/soppan/brödet/mjölken _ räckte/kom/kommer/är/var/smakade/tog
kallskänk* | husmor | köksbiträde* | maträtt* | måltid* | äggfri* | mjölkfri* | nötfri* | veganskt | vegetariskt | allergisk mot | *allergi | *allergisk | *allergier | *allergiker | mjölken | brödet | smöret | milk | bread | tål inte ägg/mjölk/nötter/gluten
food/lunch/dinner/breakfast/milk/coffee has/have/was/did/ran/never/didnt | special diet* | allergy | allergies | nut free | gluten free | kettle | toaster | coffee machine | brödrost* | dishwasher | vattendunk* | pentry* _ disk*
`;

/** Furniture and the building's parts. */
const building = `
stolen/stolar/stolarna/bordet/soffan/hyllan/hyllor/bänken/pallen/byrån/skåpdörren/sängen _ trasig/trasigt/sönder/vinglar/vinglig/gungar/ostadig/ramlat/knarrar/gått
chair/chairs/sofa/bench/shelf/shelves/drawer/cupboard/wardrobe/table/desk is/are/has/have/at/wobbly/wobbles/broken/collapsed | chairs | wobbly | more chairs/tables
att/och bära | bära/bär ut/in/upp/ner/bort | lyfta ut/in/undan | carry _ table/tables/boxes/cupboard/furniture/chairs | möblera* | målarna | painters
bära/flytta/hämta/ställa/låna/beställa/köpa _ möbler/möbel/bord/stolar/soffa/soffan/bänkar/hyllor/hylla/bokhylla | skruva/sätta/hänga/spika upp _ hylla/hyllor/tavlor/tavla/krokar/krok/gardin*/anslagstavla/spegel
ruta/rutan/fönster/fönstret/fönsterrutan _ krossad/krossat/krossades/sprucken/spräckt/sönder/trasig/trasigt | krossad fönsterruta | klotter/klottrat/klottrade _ fasad*/vägg*/dörr*/huset | fasaden | graffiti | golvet/golv/golven/taket/väggen/mattan/trappan/trappräcket/räcket/plåten är/har/behöver/släpper/bubblar/buktar | väggklock* | klockan på väggen | window pane | carpet | the roof | tak/taket _ läcker/droppar/rinner/rasar/släpper | ceiling tile* | painted | repaint*
basketkorg* | ribbstol* | gymredskap* | bollar | innebandymål* | klämrisk | halkrisk | halkskydd* | trasig matta | bygget | byggarbet* | byggdamm | ställning* utanför | oväsen | noise from outside/upstairs/builders | painters | hantverkarna
`;

/** The yard, the way there, cars. */
const yard = `
gården/parkeringen/trottoaren/gångvägen/infarten/trappan/backen/vägen är/e/har _ hal/halt/is/isig/isgata/snö/skottad/plogad/sandad/översvämmad | sanda/sandas/sandat/sandad på/vid/i/gården/parkeringen/vägen/trappan/backen/entrén/gången/infarten/utanför | behöver sandas | sandning | halt på/vid/ute/utanför | ploga | plogas | plogat | plogad | isig* | icy | sheet of ice | slippery | snow | shovel* | grit | gritting
glas/glasbitar/fimpar/hundbajs/sprutor/kanyler i/på/vid sandlådan/gården/lekplatsen/entrén | träd/trädet/gren/grenar/grenen/tree/branch _ fallit/ramlat/blåst/knäckts/fallen/down | lekutrustning* | staketet | grillplats* | lövblås* | gräsklippar* | cykelställ* | cykelställ
parkera | parkerar | parkeringen | parkeringsplats* | parkeringsautomat* | p böter | p biljett | car park | parking | parkingspace
tjänstebil* | tjänstecykel* | elcykel* | elcykeln | cykeln | lådcykel* | punktering* | bilen startar/går/är/har/behöver/luktar/låter/drar | bilnyck* | däck | däcken | däckbyte* | tanka | tankkort* | laddstolpe* | bensin* | flat tyre | flat tire | the car | bilbesiktning*
taxi | taxin | skjuts | skjutsen | skjutsning* | bussen | bussar | bussarna | färdtjänsten | school bus | the bus
`;

/** What carries, lifts and cares for people; what they wear, wash and use up. */
const care = `
taklyft* | taklyften | personlyft* | lyftsele* | golvlyft* | lyften | sängen/säng/sängar/sängarna _ höja/sänka/upp/ner/går/rum/trasig/fast | höja/sänka sängen | vårdsäng* | madrass* | duschstol* | toastol* | duschpall* | hjälpmedel till boende | rullator | rullatorn | rullstolen | hoist | wheelchair* | walker
larmarmband* | armbandslarm* | larmmatta | larmmattan | trygghetslarmet | tvättkorg* | tvätten | smutstvätt* | arbetskläd* | arbetsskor* | arbetskläder | handskar | plasthandskar | blöjor | förkläden | munskydd* | kläder | laundry | tumble dryer | washing machine | gloves | nappies | diapers | uniform | uniforms
förband* | plåster | första hjälpen* | first aid kit | medicinvagn* _ hjul* | huvudlöss | har löss | löss på/hos/i | lice | kräksjuk* | vinterkräk* | head lice
`;

/** Places at a school or preschool, parents, lost clothes; the post. */
const places = `
ansök/ansöka/ansöker/ansökan/söka/söker _ plats/förskoleplats/skolplats/förskola/skolval | förskoleplats* | skolval* | köplats* | byta/byter _ förskola/klass/skola/grupp/avdelning åt/för/på | barnomsorgsavgift* | avgiften för förskola* | inskolning*
jacka/jackan/mössa/vantar/vante/halsduk/stövlar/kläder/leksak/nalle/gosedjur/plånbok/plånboken/glasögon/glasögonen/paraply/handväska/smycke/ring/jacket/coat/wallet/purse/glasses/umbrella/scarf _ borta/försvunnen/försvunnit/hittats/kvarglömd/lost/missing/gone
tappat/tappade/glömt/glömde/hittat/saknar/lost/forgot/found bort? _ jacka/jackan/mössa/vantar/vante/halsduk/stövlar/kläder/leksak/nalle/plånbok/plånboken/glasögon/glasögonen/paraply/handväska/jacket/coat/wallet/purse/glasses/umbrella/scarf
skicka/lägga _ brev/paket | internpost* | frimärke* | frankering* | paketet har | julgran | julgranen | julpynt* | flaggan | flagga på | flaggning*
`;

export const notItFields: readonly Weighted[] = [
  weigh(
    4,
    [warmth, water, light, doors, cleaning, pay, absence, food, building, yard, care, places].join('\n'),
  ),
];
