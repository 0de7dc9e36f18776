import type { Messages } from '../messages.ts';

const askForPerson = 'Write "talk to a person" whenever you want to.';

export const talk: Messages['talk'] = {
  introduction: 'Hello! My name is Vaktis and I am a bot. You can always ask for a person.',
  greeting: (name) => `Hello ${name}!`,
  howCanIHelp: 'What can I help you with? Tell me in your own words what is wrong.',
  helpTitle: 'How I can help you',
  help: [
    'Write what does not work, and where you are. I look for advice for your own site.',
    'If it does not help, I will hand over to a technician. Everything you wrote goes along.',
    'Write "status" and I will tell you how it is going.',
    'Write "no longer needed" if it has been solved.',
    'Ask "who is our technician?" and you will get a name.',
  ],
  askForPerson,
  thanks: 'You are welcome! Get in touch when you need help again.',
  noteIsWrong: 'Thank you for telling! I have kept it for those who look after the notes.',
  writeNotes: 'Notes are written and corrected in the tab Notes, here in Vaktis.',
  othersWrite: 'Do you need help with it now? Write what is wrong, or "talk to a person".',
  noted: 'Thank you, I have noted that. Write how the advice went: "that solved it" or "it did not help".',
  trying: 'Good! Write how it goes: "that solved it" or "it did not help".',
  ask: {
    site: 'Which site is it about?',
    problem: 'What is it about?',
    device: 'What is giving you trouble?',
    details:
      'Tell me a little more, so that I find the right help. What do you want to do, and what happens?',
  },
  askHint: {
    site: 'Choose here or write the name.',
    problem: 'Choose what fits best, or write in your own words.',
    device: 'Choose what fits best, or write in your own words.',
    details: askForPerson,
  },
  askInText: {
    site: 'Write which of them it is.',
    problem: 'Write what fits best, or tell me in your own words.',
    device: 'Write what fits best, or tell me in your own words.',
    details: askForPerson,
  },
  askLabel: { site: 'Site', problem: 'What it is about', device: 'Equipment', details: 'More' },
  siteToday: (site) => `Thank you! Now I know that you are at ${site} today.`,
  siteNoted: (site) => `Thank you! So it is about ${site}.`,
  maskedPassword:
    'I removed the password from what you wrote. Never write passwords here. Nobody in IT needs them. Please change it, to be safe.',
  maskedNumber: 'I removed the personal identity number from what you wrote. We do not need it to help you.',
  severalProblems: 'You mentioned several things. We take one at a time:',
  alreadyHandled: 'That button belongs to something that is already done. Nothing has changed.',
  attachmentsLost: (count) =>
    count === 1
      ? 'Sorry, I could not receive the file. Please send a screenshot, or say in words what it shows.'
      : 'Sorry, I could not receive the files. Please send a screenshot, or say in words what they show.',
  privateMatter: {
    moved: 'This is between you and me. I am writing to you in our own chat.',
    writeAlone: 'Others should not read this. Write to me in a chat of your own and I will help you there.',
  },
  writeIfNeeded: 'Write to me if you need help.',
  welcome: {
    staff: (desk) => `I help you who work in ${desk} when the technology gives you trouble.`,
    staffMore: [
      'Write what does not work, just as you would say it to a colleague.',
      'I show advice for your own site. If it is not enough, a technician gets your case.',
    ],
    technician: (desk) => `Here you get cases from ${desk}.`,
    technicianMore: [
      'Each case comes as a card: who, where, what is wrong and what has been tried.',
      'Press "I will take it" or "I cannot". If you do not answer, a colleague is asked.',
      'Then say when you will come, when you are on site and when it is done. I tell the person who reported it.',
      'Write "my cases" and I will show you the way through your day.',
      'Are you ill? Write "I am sick today", and colleagues take over.',
    ],
    dispatcher: (desk) => `Here you get the cases from ${desk} that nobody else has taken.`,
    dispatcherMore: [
      'Each case comes as a card. Assign it to somebody, or take it yourself.',
      'I tell the person who reported it who has it.',
      'Write "board" to see how it stands. Write "Outage:" and what happened, and I will tell everybody.',
    ],
    group: (desk) => `I help you who work in ${desk} when the technology gives you trouble.`,
    groupMore: [
      'Mention me with @ and write what does not work. Otherwise I do not read what you write.',
      'Is it about accounts or passwords? Write to me in a chat of your own.',
    ],
  },
  problem: {
    empty: 'I got an empty message. Please write what does not work.',
    'too-long': 'That was too long for me. Please write the main thing in a few sentences.',
    unreadable: 'I could not read that. Please write in words what does not work.',
    failed: 'Something went wrong on my side. Please try again in a little while.',
    slow: 'This takes a little longer than usual. The answer will come here in the chat.',
  },
  reference: (reference) => `Mention ${reference} if you ask for help with this.`,
  shortened: '… (shortened)',
  and: 'and',
};
