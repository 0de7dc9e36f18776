import type { Messages } from '../messages.ts';

export const answers: Messages['answers'] = {
  lead: 'This usually helps:',
  leadAnother: 'Thank you for trying. Please try this instead:',
  leadOutage: 'This is a known fault, and somebody is working on it.',
  outageOver: (time) => `It should be over ${time}.`,
  warning: (text) => `Important: ${text}`,
  stepsTitle: 'What to do',
  sourceSite: 'From the site note',
  sourceShared: 'From a shared note',
  verified: (date) => `checked ${date}`,
  verifiedBy: (date, name) => `checked ${date} by ${name}`,
  notVerified: 'not checked yet',
  stale: 'Nobody has checked this note for a while. Please say so if something is not right.',
  how: 'How did it go? Answer "that solved it" or "it did not help". You can also write "talk to a person".',
  whenOutage: 'Is it about something else? Write "talk to a person".',
  step: (index, total) => `Step ${index} of ${total}`,
  nextOrPerson: 'Answer "that solved it" or "it did not help". You can also write "talk to a person".',
  lastStep: 'That was the last step. Did it help? Write "it did not help" and I hand over to a person.',
  notIt: {
    title: 'This is not an IT matter',
    referral: (to) => `${to} can help you.`,
    ring: (phone) => `Ring ${phone}.`,
    unknown: 'I am sorry, I do not know who takes care of it. Please ask your manager.',
    wrong: 'Did I get it wrong? Ask for a person and we sort it out.',
  },
  safety: 'Do not touch the device. If there is smoke or fire: leave the room and call 112.',
};
