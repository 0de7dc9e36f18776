import type { Messages } from '../messages.ts';

export const dispatch: Messages['dispatch'] = {
  duty: {
    now: (name: string) => `${name} is on duty now`,
    nowAt: (name: string, site: string) => `${name} is on duty now for ${site}`,
    later: (name: string, time: string) => `${name} is on duty ${time}`,
    laterAt: (name: string, time: string, site: string) => `${name} is on duty ${time} for ${site}`,
    nobodyNow: 'No technician is on duty now',
    nobodyLater: (time: string) => `No technician is on duty ${time}`,
    alsoWorking: (names: string) => `Also on duty later: ${names}.`,
    onCall: (names: string) => `On call for what is urgent: ${names}.`,
    next: (name: string, time: string) => `${name} starts ${time}.`,
    nobodyAhead: 'I find no time ahead when somebody is on duty.',
    away: (name: string, time: string) => `${name} is away until ${time}.`,
    phone: (phone: string) => `Phone: ${phone}`,
  },
  absence: {
    question: 'Shall I note that you are away?',
    period: (from: string, to: string) => `From ${from} until ${to}.`,
    openEnded: (from: string) => `From ${from}.`,
    moves: (count: number) =>
      count === 1 ? 'One case goes to a colleague.' : `${count} cases go to colleagues.`,
    keeps: (count: number) =>
      count === 1 ? 'One case can wait for you.' : `${count} cases can wait for you.`,
    nothingOpen: 'You have no open cases.',
    everybodyTold: 'Everybody concerned will be told.',
    done: 'Noted. Get well soon!',
    doneOther: 'Noted. We take care of the rest.',
    colleague: (name: string) => `${name} is away`,
    movedTo: (about: string, name: string) => `${about} goes to ${name}.`,
    movedOn: (about: string) => `${about} needs somebody new.`,
    kept: (about: string) => `${about} waits.`,
    back: 'Welcome back! You are on duty again.',
    notAway: 'You are not noted as away right now.',
  },
};
