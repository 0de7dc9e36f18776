import { patterns } from '../text/patterns.ts';

/** Smoke, a burnt smell, sparks, heat, a shock: dangerous whatever it comes from. */
export const hazardWords = patterns(`
brand | elbrand* | eldsvåda | fire | brinner | brann | börjar brinna | tar eld | tagit eld | pyr | pyrde | eld i/ur/på
det/den ryker | ryker ur/om/från/i | ryker | rykte ur | röken | rök | rök från/ur | rykande | rökt
small till | smällde till | smällde och | exploderade | smäller | smällde | smällt | proppen gick/går/gått
säkringen gick/går/löser/löste/gått | proppar går | jordfelsbrytaren löste/löser/gick | det smäller
luktar/lukta/lukt/luktade/stinker/osar/luktat _ bränt/bränd/brända/brännt/brant/rök/gummi/plast/elektriskt/el/svavel/konstigt/konstig/konstiga/skumt
bränd lukt | lukt av bränt/rök/plast/gummi | bränd plast | bränt plast | bränd elektronik | bränt gummi
osar | luktar bränt
gnistrar | gnistrade | gnistor | gnista | gnistrat | slår gnistor | blixtrade | överslag | ljusbåge
kortslut* | fick _ stöt/stötar/ström/chock | får _ stöt/stötar | en stöt när/av | elstöt* | elchock*
elektrisk stöt | strömförande | ström i mig | ger stötar | står under ström
sprakar/sprakade/knastrar/blixtrar/blixtrade/fräser/surrar i/ur/från _ uttag*/vägguttag*/grenuttag*/grendosa*/kontakten/eluttag*/laddaren/sladden/proppskåp*/elcentral*/skarvdosa* | sprakar och blixtrar | exposed wire/wires/copper/cable | wire/wires/cable/copper is/are/and _ exposed/bare/visible/showing/frayed | bare wire/wires | see the copper | ser kopparn | koppar syns | kopparn syns
bar/bara/blottad/blottade/öppna ledning* | blottlagd* | synliga ledningar | trasig sladd med | frätt | smält
smälte | smälter | smält plast
brinner i/ur/det | det brinner | börjat brinna | fattat eld | eld i | flammor | lågor | brandrök
jättevarm* | jättehet | så varm/het/varmt att | för varm/het att | kokhet* | brännvarm* | varm att man inte
går inte att ta i | too hot to | glödhet* | brännhet* | glöder | rödglöd* | överhettad* | överhettat
bränner sig
brände mig | brände sig | svullet batteri | batteriet _ svällt/svullet/svullit/bubblar | uppsvällt batteri
batteri * svällt | swollen battery
smoke | smoking | smokes | burnt smell | burning smell | smell* of burning | smell* burnt/burning | smell*/smelt/smelling/reeks/stinks of/like? _ burn*/burnt/melt*/plastic/rubber/electrical/scorched
burns smell | sparks | sparking | sparked | zap | zapped | jolt | slog/kom/såg _ blixt/gnista/låga/ljusbåge ur/från/i | electric shock | got a shock | got shocked | on fire
caught fire | overheated | burning hot | too hot to touch | melted | melting | flames
brent lukt | lukter brent | lugter brændt | ryker | palaneen haju* | savua | savuaa | kipinöi | dym | dymi
iskr* | spaleniz* | raucht | funken | verbrannt | دخان | رائحة حريق | شرارة | شرر | дим | дымит | запах гару
искр*
`);

/** Words that look like danger and are not. */
export const notHazardWords = patterns(`
fire alarm/drill/door/extinguisher/stick/tv/tablet/hd/exit/wall | fire and/up | firing | brand new | brinner i knutarna/skallen/baken | brinner för | fire off
brandvägg* | brandlarm* | brandövning* | brandskydd* | stöt på | stöter på | stött på | firewall*
bränna cd | bränna en | rökpaus | röker | rökning* | rökruta | smoke test | no smoke | ingen rök
jättevarmt/jättehett/varmt/hett/varm i/på/inne/hos/här _ avdelningen/avdelning/klassrummet/klassrum/salen/rummet/köket/huset/oss/lokalen/kontoret/matsalen/sovrummet/lägenheten/byggnaden | jättevarmt/varmt här
luktar inte | inte bränt | luktar inget | smoke detector* | smoke alarm* | rökdetektor* | brandvarnar*
`);

/** Liquid, with a thing that has current in it: dangerous when the thing is on or is fixed to the mains. */
export const liquidWords = patterns(`
vatten* | vattnet | läcker | läcka | läckt | läckage | droppar | droppade | rinner | rann | rinna
översvämm* | spillt | spillde | spillt | hällt | hällde | kaffe | saft | regnar in | regnvatten | fukt
water | leak* | flood* | spilled | spilt | dripping
`);

/** Where liquid is dangerous at once. */
export const mainsWords = patterns(`
uttag | uttaget | eluttag* | vägguttag* | grenuttag* | grendosa* | skarvdosa* | skarvsladd*
förgreningsdosa* | elskåp* | elcentral* | proppskåp* | switch* | nätverksskåp* | racket | rack | ups
server* | serverrum* | korskoppling* | takprojektor* | socket | power strip | outlet | electrical | cabinet
extension cord | nätverkslåda* | elen | elkabel* | laddskåp* | laddvagn*
`);

/** It is still on. */
export const stillOnWords = patterns(`
still runs | still works | fungerar fortfarande | funkar fortfarande | är på | är igång | fortfarande på | fortfarande igång | står på | lyser fortfarande | fortfarande lyser
är inkopplad | sitter i | i vägguttaget | laddas | på laddning | still on | plugged in | still running
igång | är i uttaget | inkopplad
`);

/** A thing that may fall on somebody, or hurt in another way: no hazard of the contract's, but nobody waits for it. */
export const fallingWords = patterns(`
lossnat/lossnade/loss/ramla/ramlar/ramlat/falla/faller/rasa/rasar/hänger/glider _ tak/taket/väggen
lossnat från taket/väggen | hänger snett | på väg att lossna/ramla/falla/rasa
håller på att lossna/ramla/falla/rasa | kan ramla | kan falla | kan rasa | över huvudet
ovanför/över bänkarna/bänkar/bordet/mattan/sängen/disken | gungar ovanför/över *
ovanför barnen/eleverna | hanging from the ceiling/wall | coming loose from * | about to fall | might fall
fall down | snubbl* | glassplitter | vassa * | glasskärvor
`);

/** Liquid that comes and goes on coming. */
export const flowingWords = patterns(`
droppar | droppade | rinner | rann | läcker | läckt | läckage | forsar | sprutar | regnar in | översvämm*
dripping | drips | leaking | leaks | pouring | flooded | flooding | vattenläck*
`);
