/** When a contractor's system cannot be reached: for whoever reported, and for the dispatchers. */
export const supplier = {
  caseWaits: (name: string) => `Vi får inte fram ditt ärende till ${name} just nu`,
  wordsWait: (name: string) => `Vi får inte fram det du skrev till ${name} just nu`,
  stays: 'Det ligger kvar här och skickas så fort det går. Du behöver inte göra något.',
  urgent: (phone: string, number: string) =>
    `Är det bråttom? Ring ${phone} och säg ${number}, eller skriv ”prata med en människa” här.`,
  urgentNoPhone: 'Är det bråttom? Skriv ”prata med en människa” här, så hjälper någon av oss dig.',
  down: (name: string) => `${name} går inte att nå`,
  refused: (name: string) => `${name} tar inte emot vår inloggning`,
  busy: (name: string) => `${name} tar inte emot fler ärenden just nu`,
  downSince: (time: string) =>
    `Inget har gått fram sedan ${time}. Jag försöker igen, lite glesare efter hand.`,
  refusedSince: (time: string) =>
    `Inget har gått fram sedan ${time}. Lösenordet eller nyckeln har troligen gått ut eller spärrats.`,
  busySince: (time: string) => `Inget har gått fram sedan ${time}. Deras system ber oss att vänta.`,
  renew: (variable: string) =>
    `Be den som sköter driften att skaffa en ny nyckel från leverantören, lägga in den som ${variable} och starta om Vaktis. Då skickas det som väntar. Till dess provar jag bara några gånger om dagen, så att kontot inte låses.`,
  ring: (phone: string) => `Ring dem på ${phone} om något inte kan vänta.`,
  noPhone: 'Jag har inget telefonnummer till dem. Det går att lägga in i desk.yaml.',
  waiting: (count: number) =>
    count === 1 ? 'Ett ärende väntar här:' : `${count} ärenden väntar här, i den här ordningen:`,
  nothingWaits: 'Inget ärende väntar just nu.',
  more: (count: number) => `… och ${count} till.`,
  hurry: 'bråttom',
  up: (name: string) => `${name} går att nå igen`,
  upSince: (time: string) => `Avbrottet började ${time} och är över.`,
  sending: (count: number) =>
    count === 1
      ? 'Ärendet som väntade skickas nu.'
      : `De ${count} ärenden som väntade skickas nu, i den ordning de kom in.`,
};
