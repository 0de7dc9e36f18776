const askForPerson = 'Skriv ”prata med en människa” när du vill det.';

export const talk = {
  introduction: 'Hej! Jag heter Vaktis och är en robot. Du kan alltid be om en människa.',
  greeting: (name: string) => `Hej ${name}!`,
  howCanIHelp: 'Vad kan jag hjälpa dig med? Skriv med egna ord vad som strular.',
  helpTitle: 'Så här kan jag hjälpa dig',
  help: [
    'Skriv vad som inte fungerar, och var du är. Jag letar i råden för just din plats.',
    'Hjälper det inte lämnar jag över till en tekniker. Allt du har skrivit följer med.',
    'Skriv ”status” så berättar jag hur det går.',
    'Skriv ”behövs inte längre” om det har löst sig.',
    'Fråga ”vem är vår tekniker?” så får du ett namn.',
  ],
  askForPerson,
  thanks: 'Varsågod! Hör av dig när du behöver hjälp igen.',
  noteIsWrong: 'Tack för att du säger till! Jag har sparat det åt dem som sköter notiserna.',
  writeNotes: 'Notiser skriver och rättar du i fliken Notiser, här i Vaktis.',
  othersWrite: 'Behöver du hjälp med saken nu? Skriv vad som strular, eller ”prata med en människa”.',
  noted: 'Tack, det har jag skrivit upp. Skriv hur rådet gick: ”det löste sig” eller ”det hjälpte inte”.',
  trying: 'Bra! Skriv hur det går: ”det löste sig” eller ”det hjälpte inte”.',
  ask: {
    site: 'Vilken plats gäller det?',
    problem: 'Vad gäller det?',
    device: 'Vad är det som krånglar?',
    details: 'Berätta lite mer, så hittar jag rätt hjälp. Vad vill du göra, och vad händer?',
  },
  askHint: {
    site: 'Välj här eller skriv namnet.',
    problem: 'Välj det som stämmer bäst, eller skriv med egna ord.',
    device: 'Välj det som stämmer bäst, eller skriv med egna ord.',
    details: askForPerson,
  },
  askInText: {
    site: 'Skriv vilken av dem det är.',
    problem: 'Skriv det som stämmer bäst, eller berätta med egna ord.',
    device: 'Skriv det som stämmer bäst, eller berätta med egna ord.',
    details: askForPerson,
  },
  askLabel: { site: 'Plats', problem: 'Vad det gäller', device: 'Utrustning', details: 'Mer' },
  siteToday: (site: string) => `Tack! Då vet jag att du är på ${site} i dag.`,
  siteNoted: (site: string) => `Tack! Då gäller det ${site}.`,
  maskedPassword:
    'Jag tog bort lösenordet ur det du skrev. Skriv aldrig lösenord här. Ingen på it behöver det. Byt det gärna, för säkerhets skull.',
  maskedNumber: 'Jag tog bort personnumret ur det du skrev. Det behövs inte för att vi ska kunna hjälpa dig.',
  severalProblems: 'Du tog upp flera saker. Vi tar en i taget:',
  alreadyHandled: 'Den knappen hör till något som redan är klart. Inget har ändrats.',
  attachmentsLost: (count: number): string =>
    count === 1
      ? 'Jag kunde tyvärr inte ta emot filen. Skicka gärna en skärmbild, eller beskriv med ord vad den visar.'
      : 'Jag kunde tyvärr inte ta emot filerna. Skicka gärna en skärmbild, eller beskriv med ord vad de visar.',
  privateMatter: {
    moved: 'Det här är mellan dig och mig. Jag skriver till dig i vår egen chatt.',
    writeAlone: 'Det här bör inte andra läsa. Skriv till mig i en egen chatt, så hjälper jag dig där.',
  },
  writeIfNeeded: 'Skriv till mig om du behöver hjälp.',
  welcome: {
    staff: (desk: string) => `Jag hjälper dig som jobbar i ${desk} när tekniken strular.`,
    staffMore: [
      'Skriv vad som inte fungerar, precis som du hade sagt det till en kollega.',
      'Jag visar råd för just din plats. Räcker de inte får en tekniker ditt ärende.',
    ],
    technician: (desk: string) => `Här får du ärenden från ${desk}.`,
    technicianMore: [
      'Varje ärende kommer som ett kort: vem, var, vad som är fel och vad som redan är prövat.',
      'Tryck ”Jag tar det” eller ”Kan inte”. Svarar du inte går frågan vidare till en kollega.',
      'Säg sedan när du kommer, när du är på plats och när det är klart. Jag berättar för den som anmälde.',
      'Skriv ”mina ärenden” så visar jag din väg genom dagen.',
      'Är du sjuk? Skriv ”jag är sjuk idag”, så tar kollegor över.',
    ],
    dispatcher: (desk: string) => `Här får du de ärenden från ${desk} som ingen annan har tagit.`,
    dispatcherMore: [
      'Varje ärende kommer som ett kort. Fördela det till någon, eller ta det själv.',
      'Jag berättar för den som anmälde vem som har det.',
      'Skriv ”tavlan” så ser du läget. Skriv ”Driftinfo:” och vad som hänt, så meddelar jag alla.',
    ],
    group: (desk: string) => `Jag hjälper er som jobbar i ${desk} när tekniken strular.`,
    groupMore: [
      'Nämn mig med @ och skriv vad som inte fungerar. Annars läser jag inte vad ni skriver.',
      'Gäller det konton eller lösenord? Skriv till mig i en egen chatt.',
    ],
  },
  problem: {
    empty: 'Jag fick ett tomt meddelande. Skriv gärna vad som inte fungerar.',
    'too-long': 'Det blev för långt för mig. Skriv gärna det viktigaste i några meningar.',
    unreadable: 'Jag kunde inte läsa det där. Skriv gärna med ord vad som inte fungerar.',
    failed: 'Något gick fel hos mig. Försök igen om en liten stund.',
    slow: 'Det tar lite längre än vanligt. Svaret kommer här i chatten.',
  },
  reference: (reference: string) => `Uppge ${reference} om du ber om hjälp med det här.`,
  shortened: '… (förkortat)',
  and: 'och',
};
