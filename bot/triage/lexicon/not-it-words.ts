import { notItFields } from './not-it-fields.ts';
import { type Weighted, weigh } from './weigh.ts';

/**
 * Matters that belong to the landlord, the caretaker, payroll, the kitchen or the door company at any site. The
 * desk's own referrals come on top; what they name counts as strongly.
 */
export const notItWords: readonly Weighted[] = [
  ...notItFields,
  weigh(
    5,
    `passagekort* | nyckelkort* | inpasseringskort* | porttelefon* | dörrtelefon* | entrételefon* | porttel*
    kodlås* | dörröppnar* | dörrautomatik*
    dörrklocka* | entréklocka*
    ringklocka* | passerkort* | passersystem* | passagesystem* | access card* | key card* | keycard*
    door phone* | intercom*
    diskmaskin* | dishwasher* | tvättmaskin* | torktumlar* | torkskåp* | kaffemaskin* | kaffeautomat*
    kaffebryggare* | vattenkokare*
    kortmaskin* | kortapparat* | betalapparat* | kortbetalning* | betalterminal* | kortterminal* | kort terminal* | payment terminal* | card terminal* | kassaterminal*
    kassaapparat* | kortläsaren i kassan
    betalt med kort | ta betalt | trygghetslarm* | larmknapp* | brandlarm* | brandvarnar* | inbrottslarm*
    fire alarm | utrymningslarm*
    tagg/taggen/taggar/bricka/brickan/kort/kortet/nyckeln _ dörr/dörren/entrén/porten/grinden/huset
    tagg/taggen/brickan _ öppnar/öppna
    öppnar/öppna/stänger/stänga/låser/låsa _ dörr/dörren/ytterdörren/entrédörren/porten/grinden/fönstret
    open/opens/lock/close _ door/doors/gate
    läcker in | regnar in | läcker från/genom taket | taket läcker | lönebesked* | lönespec*
    lönespecifikation* | payslip | pay slip | semesteransök* | anställningsavtal*
    anställningsbevis* | friskvård* | vikariepool*`,
  ),
  weigh(
    4,
    `hissen | hiss | elevator | kylskåp* | frysen | frysskåp* | spisen | spis | ugnen | ugn | mikron
    köksfläkt* | toalett* | toa | toan | wc | avlopp*
    handfat* | kranen | kran | kranar | dusch* | vattenläcka | avloppet | element | elementen | elementet
    värmen | värme | värmesystem* | radiator*
    heating | boiler | temperatur* | ventilation* | luftkonditioner* | grader i | iskallt | kallt i | toilet
    plumbing | lysrör* | glödlamp* | taklamp*
    belysning* | armatur* | persienn* | markis* | dörrhandtag* | handtag* | grinden | garageport*
    cykelställ* | ytterdörr* | entrédörr* | dörrlås*
    sprinkler* | städning* | städare* | städaren | sopor* | soprum* | skadedjur* | råttor | möss i | myror
    getingar | getingbo | snöröjning*
    sandning* | gräsklipp* | lekplats* | gungan | sandlåda* | staket* | lön | lönen | löner | lönekontor*
    löneutbetalning* | salary | wages | paid too | sjukanmäl* | sjukskriv*
    frånvaroanmäl* | anställning* | övertid* | pension* | annual leave | vacation days | matbeställning*
    specialkost* | catering* | busskort* | tjänstebil*`,
  ),
  weigh(
    3,
    `dörren | dörr | dörrar | dörrarna | door | doors | fönster* | fönstret | window | lås | låset
    låskolv* | cylindern | nyckel | nycklar | nyckeln
    larmet | alarm | parkering* | p plats | porten | möbler | möbel | skrivbordsstol* | kontorsstol*
    matsedel* | maten | städ | halka | lunchen | semesterdagar
    semester beviljad | vab | arbetstider | bemanning* | stol | stolar | bord | soffa | hylla | vaktmästar*
    brandsläckare* | tak läcker | taket läcker | fukt i | mögel`,
  ),
  weigh(
    2,
    `larm | port | vatten | vattnet | lampa | lampan | lampor | schema | schemat | semester
    kontorsmaterial | säkring* | proppen | strömavbrott* | elen | mat | lunch`,
  ),
  // By whose it is: the house, its water and warmth; pay and hours; food; doors and alarms; the yard and the furniture.
  weigh(
    5,
    `*toan | *toalett | *toaletten | *toaletter | *toaletterna | besökstoa* | personaltoa* | toastol* | spolar inte | spolknapp* | stopp i toan/avloppet/handfatet/diskhon/vasken/duschen
    vasken | diskhon | golvbrunn* | vattenkran* | kranen droppar | varmvatten* | varmvattnet | rörmok* | vattenskada i taket/väggen
    # grader på/i/inne/inomhus | grader inne | iskallt i/på/inne | svinkallt | jättekallt i/på/inne | kallt på avdelningen | fryser ihjäl
    barnen/brukarna/eleverna/vi/personalen fryser | ingen värme | värmen är av/borta/trasig | golvvärme* | värmeelement* | termostat*
    luftkonditionering* | fläktsystem* | drag från fönstret | unket | avloppslukt* | luktar avlopp/kloak/mögel/unket
    rökdetektor* | brandvarnar* | brandlarm* | smoke detector* | smoke alarm* | brandcentral* | nödutgång* | utrymningsskylt* | nödbelysning*
    ob tillägg* | lönetillägg* | *specen | lönen är fel | fel lön | fel på lönen | min lön | mina löner | timlön* | retroaktiv lön
    semesteransökan | semesterdagar* | föräldraledig* | tjänstledig* | friskvårdsbidrag* | anställningsintyg* | tjänstgöringsintyg*
    arbetsgivarintyg* | facket | kollektivavtal* | overtime pay | my salary | my pay | paycheck* | sick leave | holiday pay | parental leave
    glutenfri* | laktosfri* | specialkost* | allergimat* | lunchvagn* | matvagn* | matleverans* | maten kom | matlåd* | mellanmål* | frukosten
    kaffebryggar* | kaffemaskin* | espresso* | vattenautomat* | micron | mikrovågsugn* | microwave* | coffee machine* | coffee maker*
    fridge | freezer | oven | stove | kylen | frysboxen | kylrum* | ugnslucka* | spisplatta* | diskmedel* | blandare | läslamp* | sänglamp* | bordslamp* | nattlamp* | lampan vid
    kort eller blipp | varken kort eller * | swishdosa* | kassadosa* | betaldosa* | kortdosa* | kortläsaren i kiosken/caféet/kassan/receptionen
    dosan i kiosken/caféet/kassan/receptionen/butiken | blippen vid/på * | blippläsar* | taggläsar* | kortläsaren vid/på dörren/entrén/porten/grinden
    larmkod* | inbrottslarm* | larma av | larma på | larmet tjuter/ringer/går | låssmed* | låscylinder* | nyckelring* | extranyckel*
    tappat nyckeln | tappat bort nyckeln | tappat nycklarna | spare key | lost my keys | locked out of the building/house/room
    kommer inte in i huset/byggnaden/lokalen | dörren går inte | dörren står | dörr* kärvar | dörrstängar* | slår igen dörren
    fönsterruta* | rutan är sprucken | krossat fönster | krossad ruta | broken window | gardin* | persienn* | mörkläggning*
    elevator* | the lift | hissdörr* | rulltrapp* | lyftbord* | sänglyft* | taklift* | rullstol* | rollator* | sängen går inte | sjukhussäng*
    gungställning* | klätterställning* | rutschkan* | sandlådan | lekställning* | grusgång* | häcken | trädgren* | nedfallet träd | snöskottning*
    skottad | oplogad | halt på * | skotta | skottas | snön | snödriv* | isgata | sandat | soptunn* | sopkärl* | återvinning* | papperskorg* | kompost* | ogräs*
    råtta | råttor | möss | musfälla* | kackerlack* | vägglöss | flugor | fågelbo | getingar | wasps | mice | rats
    städerskan | städfirma* | städbolag* | tvål | toapapper* | toalettpapper* | handsprit* | pappershanddukar*
    soffan | stolsben | bordsben | bordet är trasigt | stolen är trasig | hyllan har * | höj och sänkbar* | höj o sänkbar* | skrivbordet går inte att höja/sänka
    julgran* | skolskjuts* | skolbuss* | färdtjänst* | parkeringstillstånd* | parkeringsböter | p tillstånd* | cykelpump* | barnvagn* | tvättstuga*`,
  ),
  weigh(
    4,
    `fukt* | fuktfläck* | måla om | målar om | målas om | målning av | tapet* | golvlist* | parkett* | klinker | biljard* | pingisbord* | fotbollsmål* | hockeyspel* | ventilation* | oväsen från | takplatt* | innertak* | puts | takfläkt* | elavbrott* | ingen ström i/på hela/huset/skolan/förskolan/byggnaden | strömlöst | elen är borta/av | elen gick/försvann | mörkt i hela | power outage | no power in the * | power cut | strömlöst i hela | hela huset strömlöst | proppskåp* | proppen har gått | säkringen har gått | lyset | lyset i taket
    lampan i taket | taklampan | lamporna i * | gatlampa* | ytterbelysning* | lysröret | lysrören | light bulb* | ceiling light*
    köksfläkt* | fläkten i köket | kökskran* | köksluckan | diskbänk* | kökslucka* | köket luktar | tvättmaskinen | torktumlare | strykjärn* | dammsugar* | vacuum cleaner
    bemanningen | schemaläggning* | scheman för personal | arbetskläder* | skyddskläder* | arbetsskor | städvagn* | sopbil*
    water leak* | leaking tap | the/a/our tap | taps | sink | the drain | heater* | radiator | too cold | freezing in here | plumber | janitor | caretaker | cleaner | cleaning
    playground | swing | furniture | chair is broken | broken chair | desk is broken | sofa | curtain* | snow | ice outside | gritted
    school lunch | the food | catering | vegetarian* | recept på | blöjor | blöja | vaccin* | feber | vattkoppor | magsjuk* | har löss`,
  ),
];
