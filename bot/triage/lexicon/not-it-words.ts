import { type Weighted, weigh } from './weigh.ts';

/**
 * Matters that belong to the landlord, the caretaker, payroll, the kitchen or the door company at any site. The
 * desk's own referrals come on top; what they name counts as strongly.
 */
export const notItWords: readonly Weighted[] = [
  weigh(
    5,
    `passagekort* | nyckelkort* | inpasseringskort* | porttelefon* | dörrtelefon* | entrételefon* | porttel*
    kodlås* | dörröppnar* | dörrautomatik*
    dörrklocka* | entréklocka*
    ringklocka* | passerkort* | passersystem* | passagesystem* | access card* | key card* | keycard*
    door phone* | intercom*
    diskmaskin* | dishwasher* | tvättmaskin* | torktumlar* | torkskåp* | kaffemaskin* | kaffeautomat*
    kaffebryggare* | vattenkokare*
    betalterminal* | kortterminal* | kort terminal* | payment terminal* | card terminal* | kassaterminal*
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
    låskolv* | cylindern | nyckel | nycklar | nyckeln | keys | key
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
];
