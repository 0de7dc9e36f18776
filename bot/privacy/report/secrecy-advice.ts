/** What editors should know of public records and secrecy before they write a note: Swedish law, plain words. */
export function renderSecrecyAdvice(): string {
  return `# Innan du skriver en notis

En notis är en allmän handling när den är publicerad. Vem som helst kan be att få läsa den. Skriv så att det går bra.

## Skriv inte

- Lösenord, pinkoder och larmkoder. Vaktis säger stopp, men lita inte på det.
- Var nycklar finns, eller hur larm och lås fungerar. Det hör till platsens hemliga fakta.
- Var det finns ett hål i skyddet, till exempel en dator som inte går att uppdatera.
- Namn på barn, elever, brukare eller vårdnadshavare. Skriv "en elev" om det behövs.
- Något om någons hälsa, familj eller adress.
- Vad någon har gjort för fel. Skriv vad som ska göras.
- Priser och villkor ur avtal, om det inte är klart att de är offentliga.

## Skriv så här i stället

- "Koden finns under hemliga fakta för platsen." Tekniker kan visa den, och det loggas.
- "Ring expeditionen", inte "ring Anna på 070 …".
- Lägg det som bara tekniker ska veta i en notis för tekniker. Den är också en allmän handling.

## Reglerna bakom

- 18 kap. 8 § OSL: uppgifter om säkerhet och bevakning, till exempel larm, lås och nät.
- 21 kap. 7 § OSL: personuppgifter som kan antas behandlas i strid med dataskyddet.
- 23 kap. OSL: förskola och skola, uppgifter om barn och elever.
- 25 och 26 kap. OSL: hälso- och sjukvård och socialtjänst.
- 31 kap. 16 § OSL: affärsuppgifter hos företag som organisationen har avtal med.

En markering är en varning. Varje gång någon ber om en handling prövas frågan på nytt. Är du osäker, fråga er jurist
eller arkivarie innan du publicerar.
`;
}
