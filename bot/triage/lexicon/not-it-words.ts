import { type Weighted, weigh } from './weigh.ts';

/**
 * Matters that belong to the landlord, the caretaker, payroll, the kitchen or the door company at any site. The
 * desk's own referrals come on top; what they name counts as strongly.
 */
export const notItWords: readonly Weighted[] = [
  weigh(
    4,
    `porttelefon* | dörrtelefon* | entrételefon* | porttel* | kodlås* | dörröppnar* | dörrautomatik* | dörrklocka* | entréklocka* | ringklocka* | passerkort* | passersystem* | passagesystem* | access card* | key card* | keycard* | door phone* | intercom*
    hissen | hiss | elevator | diskmaskin* | dishwasher* | tvättmaskin* | torktumlar* | torkskåp* | kylskåp* | frys | frysen | frysskåp* | spisen | spis | ugnen | ugn | mikron | kaffemaskin* | kaffeautomat* | kaffebryggare* | vattenkokare* | fläkten i köket | köksfläkt*
    toalett* | toa | toan | wc | avlopp* | handfat* | kran | kranen | kranar | dusch* | vattenläcka | rör | röret | stopp i avloppet | element | elementen | elementet | värmen | värme | värmesystem* | radiator* | heating | temperatur* | ventilation* | luftkonditioner* | ventilationen | kallt i | iskallt | grader i | drag från | toilet | plumbing | boiler
    lysrör* | glödlamp* | taklampa* | taklampan | belysning* | belysningen | ljuset i taket | lampan i taket | armatur* | utebelysning* | dörren | dörr | dörrar | ytterdörr* | entrédörr* | entrédörren | door | doors | fönster* | fönstret | window | persienn* | markis* | lås | låset | låskolv* | handtag* | nyckel | nycklar | nyckeln | keys | key | grind | grinden | porten | garageport* | parkering* | p plats | cykelställ*
    brandlarm* | brandvarnar* | inbrottslarm* | larmet | alarm | trygghetslarm* | larmknapp* | fire alarm | utrymningslarm* | sprinkler* | städning* | städ | städare* | städaren | sopor* | soprum* | skadedjur* | råttor | möss i | myror | getingar | getingbo | snöröjning* | halka | sandning* | gräsklipp* | lekplats* | gunga | gungan | sandlåda* | staket* | möbler | möbel | skrivbordsstol | stol | stolar | bord | soffa | hylla | tak läcker | målning* | golvet
    lön | lönen | löner | lönebesked* | lönespec* | lönespecifikation* | salary | payslip | pay slip | semesteransök* | semesterdagar | semester beviljad | vab | sjukanmäl* | sjukskriv* | frånvaroanmäl* | anställning* | anställningsavtal* | anställningsbevis* | övertid* | friskvård* | pension* | facket ringer | vikariepool* | bemanning* | annual leave | vacation days | arbetstider | schemalagd
    matsedel | maten | mat | lunchen | lunch | specialkost* | catering* | matbeställning* | betalterminal* | kortterminal* | kort terminal* | payment terminal* | kassaterminal* | kassaapparat* | tagg/taggen/taggar/bricka/brickan/kort/kortet _ dörr/dörren/entrén/porten/grinden | tagg/taggen _ öppnar/öppna | blixtnedslag | bil | bilen | tjänstebil* | busskort* | post | paket | leverans av mat | vaktmästar*`,
  ),
  weigh(
    2,
    'larm | port | vatten | vattnet | lampa | lampan | lampor | schema | schemat | semester | kontorsmaterial | blöjor | papper slut | säkring* | proppen | strömavbrott* | elen',
  ),
];
