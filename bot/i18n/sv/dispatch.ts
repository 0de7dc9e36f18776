/** Who works when, and what happens when somebody is away. */
export const dispatch = {
  duty: {
    now: (name: string) => `${name} är i tjänst nu`,
    nowAt: (name: string, site: string) => `${name} är i tjänst nu för ${site}`,
    later: (name: string, time: string) => `${name} är i tjänst ${time}`,
    laterAt: (name: string, time: string, site: string) => `${name} är i tjänst ${time} för ${site}`,
    nobodyNow: 'Ingen tekniker är i tjänst nu',
    nobodyLater: (time: string) => `Ingen tekniker är i tjänst ${time}`,
    alsoWorking: (names: string) => `I tjänst då är även ${names}.`,
    onCall: (names: string) => `Jour för det som är akut: ${names}.`,
    next: (name: string, time: string) => `${name} börjar ${time}.`,
    nobodyAhead: 'Jag hittar ingen tid framåt då någon är i tjänst.',
    away: (name: string, time: string) => `${name} är borta till ${time}.`,
    phone: (phone: string) => `Telefon: ${phone}`,
  },
  absence: {
    question: 'Ska jag anteckna att du är borta?',
    period: (from: string, to: string) => `Från ${from} till ${to}.`,
    openEnded: (from: string) => `Från ${from}.`,
    moves: (count: number) =>
      count === 1 ? 'Ett ärende går till en kollega.' : `${count} ärenden går till kollegor.`,
    keeps: (count: number) =>
      count === 1 ? 'Ett ärende kan vänta på dig.' : `${count} ärenden kan vänta på dig.`,
    nothingOpen: 'Du har inga öppna ärenden.',
    everybodyTold: 'Alla som berörs får veta det.',
    done: 'Det är antecknat. Krya på dig!',
    doneOther: 'Det är antecknat. Vi tar hand om resten.',
    colleague: (name: string) => `${name} är borta`,
    movedTo: (about: string, name: string) => `${about} går till ${name}.`,
    movedOn: (about: string) => `${about} söker någon ny.`,
    kept: (about: string) => `${about} väntar.`,
    back: 'Välkommen tillbaka! Du är i tjänst igen.',
    notAway: 'Du är inte antecknad som borta just nu.',
  },
};
