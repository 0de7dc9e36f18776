import { patterns } from '../text/patterns.ts';
import { type Weighted, weigh } from './weigh.ts';

/** What only IT looks after, whichever kind of device it belongs to: a screen is one whoever's door it hangs at. */
export const digitalThings: readonly Weighted[] = [
  // Small hardware, and what people call a thing whose name they do not know.
  weigh(
    2.5,
    `sladd | sladden | sladdar* | *sladden | kabel | kabeln | kablar* | *kabeln | cable* | cord | wire* | dosa | dosan | laddare | laddaren | charger | adapter*`,
  ),
  weigh(
    2,
    `grej | grejen | grejer | pryl | prylen | manick* | mojäng* | apparat | apparaten | lådan | the box | gadget* | device*`,
  ),
  weigh(
    3,
    `skärm | skärmen | skärmar | skärmarna | skärmens | *skärmen | *skärm | *skärmar | *skärmarna | screen | screens | display | displays | displayen | *displayen | *display
    app | appen | appar | apparna | *aappen | *sappen | tur*appen | *aapp | program | programmet | programmen | *programmet | system | systemet | systemen | *systemet | *system | *systemen | sidan | sajten | webben | hemsida | hemsidan | länken | mejl* | mail* | fil | filen | mappen | etjänst* | e tjänst*
    logga/loggar/loggat/loggas _ in/ut | inloggning* | log/logging/logged in/out | software | website | login | wifi* | bluetooth | usb* | serverrum* | datarum* | *roboten _ wifi/nätet/nätverk*
    bitlocker | återställningsnyckel* | recovery key | licensnyckel* | produktnyckel* | krypteringsnyckel* | license/licence/product/network/security/encryption/arrow/function/escape/enter/shift/delete key/keys`,
  ),
];

/** Trouble that only something digital has, said of whatever thing: `kommer inte ut på wifi`, `sidan är vit`. */
export const digitalTrouble = patterns(`
syns/hittar/hittas/når/ser/kommer/får/har/tappar/saknar/ansluter/söker inte/ej/ingen/inget/aldrig? _ nätverket/nätet/nät/nätverk/wifi/wifit/internet/uppkoppling/kontakt/anslutning/dator/datorn/servern
connect/connects/connecting/reach/find/lost/loses/losing/no _ network/wifi/internet/server
appen/programmet/systemet/sidan/skärmen/displayen/sajten/inloggningen/inloggning/formuläret/*aappen/*sappen/tur*appen/*systemet/*programmet/*skärmen är/e/blir/säger/visar/hänger/laddar/startar/svarar/kraschar/fryser/ligger/vill/öppnas/fungerar/funkar/har/står/stängs/syns/uppdateras/snurrar/går/avbryts/nekas/misslyckas
app/program/system/page/screen/display/website/site/login is/wont/says/shows/hangs/crashes/freezes/keeps/does/doesnt/cant/has/will/stays/went
logga/loggar/log/sign _ in/ut/out/on | koppla/kopplas/ansluta/anslutas/connected _ till/to nätet/nätverket/wifi/network | uppdateringen | uppdatera/uppdaterar/uppdateras _ appen/programmet/systemet | skriva/skrivas/skriver/skrivs ut | utskrift* | printed | skanna* | felkod* | error code/message | felmeddelande*
`);
