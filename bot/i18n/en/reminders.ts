import type { Messages } from '../messages.ts';

/** The question whether notes are still true, and the answers to it. */
export const reminders: Messages['reminders'] = {
  title: (count) => (count === 1 ? 'Is your note still true?' : 'Are your notes still true?'),
  intro: 'One press is enough if all is as it should be. Check first if you are not sure.',
  verified: (date) => `Confirmed ${date}`,
  neverVerified: 'Never confirmed',
  due: (date) => `to be reviewed by ${date}`,
  open: 'Open the note',
  stillTrue: 'Still true',
  stillTrueOf: (title) => `Still true: ${title}`,
  needsChange: 'Something needs to change',
  whichNote: 'Which note?',
  whichError: 'Choose a note.',
  what: 'What needs to change?',
  whatError: 'Write briefly what is not right.',
  send: 'Send',
  confirmed: (title, date) =>
    `Thank you! “${title}” is confirmed today.${date === null ? '' : ` I will ask again around ${date}.`}`,
  kept: (title) => `Thank you! I have noted what needs to change in “${title}”.`,
};
