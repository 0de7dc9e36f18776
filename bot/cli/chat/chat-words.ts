/** What `vaktis chat` itself says; English, as the other commands are. Vaktis speaks the person's language. */
export const chatWords = {
  chat: 'talk to Vaktis in the terminal, as anybody of the desk',
  as: 'who you are (upn)',
  desk: 'read a desk folder instead of the database',
  at: 'when the talk begins, for example 2026-11-23T09:15:00+01:00 (default: now)',
  more: `
A rehearsal: nothing is stored and nobody is sent anything. Buttons are numbered, and a number presses one.
/as UPN goes on as somebody else, /quit ends. Lines may come through a pipe.`,
  begin: (name: string) => `You are ${name}. Write, or type a button's number. /quit ends.`,
  unknownPerson: (upn: string) => `Nobody on the desk is called ${upn}.`,
  goOn: (name: string) => `You are ${name} now.`,
  elsewhere: (name: string, upn: string) => `(${name} got a message: /as ${upn})`,
  fill: (label: string) => `${label}:`,
  notGiven: 'Nothing was chosen, so nothing was pressed.',
  noTerminal: 'vaktis chat needs a terminal, or lines through a pipe.',
  updated: '(updated)',
  noDesk:
    'There is no desk yet. Import one first (vaktis import FOLDER), or talk on a folder: --desk FOLDER.',
  onDemo:
    'There is no desk here yet: this is the demo district, as npm start would load it. --desk FOLDER talks on another.',
} as const;
