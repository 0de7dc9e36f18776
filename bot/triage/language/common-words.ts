/**
 * The words that people use most in each language that is written with Latin letters, everyday ones and those of
 * a helpdesk. They are both a list to hit and what the letter profiles are made from.
 */
export const commonWords: Readonly<Record<string, string>> = {
  sv: `och i att det som en på är av för med till den har de inte om ett jag men var sig så från vi nu kan när vid hur han
    eller ut man ska hos hon efter utan här över också alla min mitt mina mig oss vår vårt våra ni er ert era du dig din ditt
    dom dem detta denna dessa bara mycket något någon nån nåt inget ingen inga inte ej aldrig varför vad va vem vilken vilket
    går gör gå göra få får fått finns kommer kom komma behöver vill kunde skulle måste sedan sen igen redan hela helt idag
    imorgon igår morse nätet skrivaren datorn paddan plattan skärmen ljudet bilden lösenord lösenordet konto kontot logga in
    funkar fungerar startar krånglar hjälp hej tack snälla någonting står säger visar blinkar lyser hänger låst trasig sönder
    öppna stänga ställa inställningar välj klicka tryck skriv söka sök fönster mapp fil filer ändra lägg ta bort skapa använd
    användare tangentbord mus nätverk skrivbord genväg program hjälpmedel sida sidan språk datum tid år dag veckan barnen
    eleverna klassen skolan förskolan huset personalen mötet telefonen mobilen mejl brevlåda projektorn högtalarna avdelningen
    anslutning utskrift behörighet beställa flytta borta nere döda ganska mellan under medan därför eftersom där dit hit fram
    å åt än även alltså precis kanske flera många annan annat andra samma varje själv fel rätt ny nytt nya gammal stor liten
    e o nge funka tyvärr kvar bland hur ofta får man smittad vaccin frågor undrar bör hjälpa symtom hemma sjuk arbetsgivare
    wifi laptop printer printern ipad ipaden internet teams offline online status seg segt saknas nät strular död dött mailen
    mejlet vpn dockan plattor paddor kontoret salen hallen kopiatorn kassan mejl låser spärrat glömt bilder ordnar innehåll bakgrund markera aktivera inaktivera visning kortkommandon spara avsluta säkerhet sekretess mera`,
  en: `the of and to a in is you that it he was for on are as with his they i at be this have from or one had by word but
    not what all were we when your can said there use an each which she do how their if will up other about out many then
    them these so some her would make like him into time has look two more write go see number no way could people my than
    first been call who its now find long down day did get come made may part our me us am im ive id dont doesnt cant wont
    isnt didnt please help hi hello thanks printer computer laptop screen password account login email phone network wifi
    internet tablet projector working work works broken again still need want new room staff teacher class where why does
    open close click press select choose settings file files folder window keyboard mouse change add remove create delete
    user users search view show desktop shortcut page using set keep turn off on started start check card bank money order
    transfer someone something nothing everything anyone tell give put before after because while should must much any here
    just only very too also back over under between during without through which connection access sound video image power
    battery wireless share sharing privacy security language date calendar contacts document text button menu list item
    cannot send sending sent receive receiving mailbox e-mail mails opens attach attached anymore nobody everyone works stopped started keeps log sign signing person human fire help
    jammed broken frozen dead offline missing slow stuck locked blinking error black blank nothing anymore today morning
    exchange rate pin payment charged cash top`,
  no: `og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min mitt ha hadde hun
    nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt kunne inn
    når være kom noen noe ville dere deres kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse
    uten hvordan ingen din ditt blir samme hvilken hvilke sånn inni mellom vår hver hvem vors hvis både bare enn fordi før
    mange også slik vært båe begge siden gjør gjøre får fikk nettet skjermen skriveren datamaskinen passord passordet
    fungerer virker hjelp hei takk hvorfor trykker viser bilde reagerer trenger logge jobber ikke barnehagen skolen brettet
    storskjermen lyd ødelagt klarer kommer feil innstillinger åpne lukke velg klikk mappe endre slett bruker tastatur`,
  da: `og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over
    da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget ville jo
    deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis
    din nogle hos blive mange ad bliver hendes været thi jer sådan kan brug bruge bruger brugere bruges vælg klik tryk åbn
    luk vindue vinduer vinduet mappe mapper fil filer indstillinger skærm skærmen tastatur tastaturet mus musen netværk
    netværket adgangskode adgangskoden printer udskriv udskrivning udskrifter lyd lyden billede billeder ændr ændre tilføj
    fjern slet opret søg søgning vis vise visning skift skifte start starte stop afslut gem hjælp hej tak hvordan hvorfor
    virker ikke kommer får gør gøre skrivebord skrivebordet tilgængelighed privatliv sikkerhed sprog dato tid kalender
    genvej genveje tastaturgenvej aktivér deaktivér deaktiveret konfigurér installér fane faner menu menuen knap knappen
    hvis eksempel måde flere uden gennem mellem første anden højre venstre øverst nederst punktet listen dokument enhed
    enheder forbindelse trådløs trådløst batteri strøm hukommelse program programmer programmet afspil afspiller lydstyrke
    skjul skjulte sidst ændret tilpas tilpasset tilpassede standard farve farver mere mindre ny nye næste forrige`,
  fi: `ja on ei se että en hän oli mutta mitä niin minä kun ovat olen tämä sitä jos kuin mikä sinä nyt vain olet minun
    sen kanssa mukaan jälkeen voi olla myös ole kuka miksi miten missä täällä siellä kaikki mitään joka jotka tai sekä ennen
    koska ettei eikä vielä jo aina hyvä hei kiitos apua tietokone tietokoneelle tietokoneen salasana salasanani salasanan
    kirjautua kirjautumaan kirjaudu verkko verkkoon tulostin tulosta tulostus näyttö näytön ääni äänen kuva toimi toimii
    käynnisty käynnistä pääse pääsen unohdin teen tehdä auttaa puhelin kansio tiedosto tiedostot tiedoston asetukset
    asetuksia avaa sulje valitse napsauta paina muuta lisää poista luo käyttäjä käyttäjän käyttää käytä käyttö näppäimistö
    näppäin näppäintä hiiri hiiren työpöytä työpöydän ikkuna ikkunan ikkunat ohjelma ohjelman ohjelmat sovellus sovelluksen
    haku etsi näytä piilota kieli päivä aika vuosi viikko esimerkiksi kautta avulla alla päällä vasen oikea ylä ala uusi
    uuden vanha suuri pieni ensimmäinen toinen yhteys yhteyden langaton laite laitteen laitteet akku virta tietoturva
    yksityisyys esteettömyys kuvat kuvan videot musiikki kalenteri yhteystiedot asiakirja teksti painike valikko luettelo
    mikäli jotta jolloin jossa johon jonka tässä tähän tämän näin usein ehkä hyvin paljon enemmän vähemmän sinun itse muut`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein
    wurde sei ich du wir ihr mein meine kann können muss müssen soll sollte wenn dann hier dort was wer wo warum wie bitte
    danke hallo hilfe drucker rechner computer bildschirm passwort kennwort konto anmelden netzwerk internet ton bild
    funktioniert geht startet öffnen schließen wählen klicken drücken einstellungen datei dateien ordner fenster tastatur
    maus ändern hinzufügen entfernen erstellen löschen benutzer suchen suche anzeigen arbeitsfläche tastenkombination seite
    sprache datum zeit jahr tag woche zum beispiel über unter zwischen während ohne neue neuen neues erste zweite rechts
    links oben unten verbindung drahtlos gerät geräte batterie akku strom sicherheit privatsphäre barrierefreiheit anwendung
    anwendungen programm programme verwenden verwendet benutzen diese dieser dieses diesem jede jeder alle keine kein nicht
    ausgewählt aktivieren deaktivieren starten beenden speichern drucken lautstärke farbe farben mehr weniger nächste
    vorherige schaltfläche menü liste element elemente dokument hilfe ansicht umschalten zeigen verstecken versteckte`,
  pl: `nie i w na się z do to jest że jak a o za ale po co tak od czy dla mnie już tylko przez być przy może są ma kiedy jego
    jej ich my wy oni mam masz mamy gdzie dlaczego kto który która które bardzo teraz tutaj wszystko nic proszę dziękuję
    dzień dobry cześć pomoc komputer komputera drukarka drukarki hasło hasła ekran działa zalogować internet sieć telefon
    zrobić lampka miga czerwono wózku ładowania naładowały noc przez iPady dzieci przedszkole konto nowy nowa proszę`,
  es: `de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta
    cuando muy sin sobre también me hasta hay donde quien desde todo nos ayuda hola gracias impresora contraseña ordenador
    pantalla funciona puedo tengo cómo dónde qué cuenta red teléfono`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son mais comme ou
    si leur y dont nous vous je suis bonjour merci aide imprimante mot passe ordinateur écran fonctionne peux comment où
    pourquoi compte réseau téléphone cette mon ma mes notre`,
  so: `waa iyo ka ku in oo la ah uu ay soo wax waxaa aan ma u maya haa fadlan mahadsanid caawimaad kombiyuutarka kumbuyuutarka
    shaqaynaya shaqeynayo furaha sirta internetka daabacaha taleefanka maxaan sidee halkan kani iga nagu`,
  tr: `ve bir bu için ne da de ile çok ama ben sen o biz siz var yok değil mi nasıl neden nerede merhaba teşekkürler yardım
    yazıcı bilgisayar şifre parola ekran çalışmıyor açılmıyor giriş yapamıyorum telefon internet hesap`,
};
