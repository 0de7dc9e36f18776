import type { BounceReasonView } from '#bot/reply/contractor-view.ts';

const reasons: Record<BounceReasonView, string> = {
  'not-in-agreement': 'Ingår inte i avtalet',
  'wrong-queue': 'Fel kö',
  'needs-on-site': 'Kräver någon på plats',
  duplicate: 'Dubblett',
  other: 'Annat skäl',
};

/** What a contractor does with a case, for technicians and dispatchers. */
export const contractor = {
  notTheirs: 'Leverantören säger: inte deras',
  wordsLabel: 'Vad sa de? (frivilligt)',
  wordsError: 'Skriv deras ord, eller lämna tomt.',
  chooseReason: 'Tryck på skälet, så går ärendet tillbaka till oss.',
  reasons,
  heading: (name: string) => `Hos ${name}`,
  returned: (name: string, reason: string) => `${name} har skickat tillbaka det: ${reason}`,
  quote: (words: string) => `”${words}”`,
  doubt: (name: string) => `Det låter som att ${name} säger nej`,
  doubtMore: 'Säg till om det inte är deras, så går ärendet till en av oss.',
  noWords: 'De gav ingen förklaring.',
  reportedBy: (name: string) => `Antecknat av ${name}.`,
  waited: (waited: string) => `Har väntat ${waited} av deras arbetstid`,
  had: (waited: string) => `Hade det ${waited} av deras arbetstid`,
  took: (waited: string) => `Tog ${waited} av deras arbetstid`,
  promised: (promised: string) => `lovat är ${promised}`,
  kept: 'i tid',
  broken: 'över det som var lovat',
  due: (time: string) => `Ska vara klart ${time}.`,
  heardAfter: (time: string) => `Första livstecknet kom efter ${time}.`,
  notHeard: 'Ingen där har hörts av än.',
  stopped: (time: string, reason: string) => `Deras klocka stod still ${time}: ${reason}.`,
  ran: (time: string, reason: string) => `Deras klocka gick under ${time}: ${reason}.`,
  bouncedTimes: (count: number) =>
    count === 1 ? 'Har skickats tillbaka en gång.' : `Har skickats tillbaka ${count} gånger.`,
  reopenedTimes: (count: number) =>
    count === 1 ? 'Har öppnats igen en gång.' : `Har öppnats igen ${count} gånger.`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} tim` : `${hours} tim ${minutes} min`),
  row: {
    none: 'Inga förslag till ansvarsmatrisen väntar på dig.',
    title: 'Förslag: en ny rad i ansvarsmatrisen',
    why: (name: string, bounced: number, tickets: number, what: string) =>
      `${name} har skickat tillbaka ${bounced} av ${tickets} ärenden om ${what} de senaste 90 dagarna.`,
    whatAt: (category: string, kind: string) => `${category} (${kind})`,
    row: (what: string) => `Ny rad: ${what} går till våra egna tekniker.`,
    nothingYet: 'Inget ändras förrän du säger ja.',
    cases: 'Ärendena bakom:',
    andMore: (count: number) => `och ${count} till`,
    approve: 'Ja, lägg till raden',
    dismiss: 'Nej, låt det vara',
    approved: 'Raden är tillagd',
    approvedMore: (row: number) =>
      `Den står som rad ${row}. Den gäller nya ärenden och finns i ändringslistan.`,
    dismissed: 'Matrisen är som förut',
    dismissedMore: 'Jag frågar inte om det här igen på 90 dagar.',
    decidedApproved: (name: string) => `${name} har redan lagt till raden`,
    decidedDismissed: (name: string) => `${name} har redan sagt nej`,
    outdated: 'Raden behövs inte längre',
    outdatedMore: 'De här går redan till någon annan. Allt är som förut.',
  },
};
