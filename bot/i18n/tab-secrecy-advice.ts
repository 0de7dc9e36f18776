/** What whoever writes a note is told of public records and secrecy: Swedish law, plain words. */
export type SecrecyAdvice = {
  readonly title: string;
  readonly intro: string;
  readonly dontTitle: string;
  readonly dont: readonly string[];
  readonly insteadTitle: string;
  readonly instead: readonly string[];
  readonly rulesTitle: string;
  readonly rules: readonly string[];
  readonly ask: string;
};

export const secrecyAdvice: Readonly<Record<'sv' | 'en', SecrecyAdvice>> = {
  sv: {
    title: 'Innan du skriver en notis',
    intro:
      'En notis är en allmän handling när den är publicerad. Vem som helst kan be att få läsa den. Skriv så att det går bra.',
    dontTitle: 'Skriv inte',
    dont: [
      'Lösenord, pinkoder och larmkoder. Vaktis säger stopp, men lita inte på det.',
      'Var nycklar finns, eller hur larm och lås fungerar. Det hör till platsens hemliga fakta.',
      'Var det finns ett hål i skyddet, till exempel en dator som inte går att uppdatera.',
      'Namn på barn, elever, brukare eller vårdnadshavare. Skriv ”en elev” om det behövs.',
      'Något om någons hälsa, familj eller adress.',
      'Vad någon har gjort för fel. Skriv vad som ska göras.',
      'Priser och villkor ur avtal, om det inte är klart att de är offentliga.',
    ],
    insteadTitle: 'Skriv så här i stället',
    instead: [
      '”Koden finns under hemliga fakta för platsen.” Tekniker kan visa den, och det loggas.',
      '”Ring expeditionen”, inte ”ring Anna på 070 …”.',
      'Lägg det som bara tekniker ska veta i en notis för tekniker. Den är också en allmän handling.',
    ],
    rulesTitle: 'Reglerna bakom',
    rules: [
      '18 kap. 8 § OSL: uppgifter om säkerhet och bevakning, till exempel larm, lås och nät.',
      '21 kap. 7 § OSL: personuppgifter som kan antas behandlas i strid med dataskyddet.',
      '23 kap. OSL: förskola och skola, uppgifter om barn och elever.',
      '25 och 26 kap. OSL: hälso- och sjukvård och socialtjänst.',
      '31 kap. 16 § OSL: affärsuppgifter hos företag som organisationen har avtal med.',
    ],
    ask: 'En markering är en varning. Varje gång någon ber om en handling prövas frågan på nytt. Är du osäker, fråga er jurist eller arkivarie innan du publicerar.',
  },
  en: {
    title: 'Before you write a note',
    intro:
      'In Sweden a note is a public record once it is published. Anybody may ask to read it. Write so that this is all right.',
    dontTitle: 'Do not write',
    dont: [
      'Passwords, PINs and alarm codes. Vaktis stops you, but do not count on it.',
      'Where keys are, or how alarms and locks work. That belongs to the site’s secret facts.',
      'Where there is a hole in the protection, such as a computer that cannot be updated.',
      'Names of children, pupils, clients or guardians. Write “a pupil” if you must.',
      'Anything about somebody’s health, family or address.',
      'What somebody did wrong. Write what is to be done.',
      'Prices and terms of contracts, unless it is clear that they are public.',
    ],
    insteadTitle: 'Write like this instead',
    instead: [
      '“The code is among the site’s secret facts.” Technicians can show it, and that is logged.',
      '“Ring the office”, not “ring Anna on 070 …”.',
      'Put what only technicians should know into a note for technicians. It is a public record, too.',
    ],
    rulesTitle: 'The law behind it (OSL, 2009:400)',
    rules: [
      'Chapter 18, section 8: security and guarding, such as alarms, locks and networks.',
      'Chapter 21, section 7: personal data that may come to be used against data protection.',
      'Chapter 23: preschools and schools, what concerns children and pupils.',
      'Chapters 25 and 26: health care and social services.',
      'Chapter 31, section 16: business matters of companies that the organisation has contracts with.',
    ],
    ask: 'A mark is a warning. Each time somebody asks for a record it is decided anew. If you are unsure, ask your lawyer or archivist before you publish.',
  },
};
