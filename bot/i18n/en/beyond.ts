import type { Messages } from '../messages.ts';

export const beyond: Messages['beyond'] = {
  reportedBy: 'Reported by',
  form: {
    title: 'Create a case',
    forSomebody: (name) => `A case for ${name}`,
    forYou: 'A case for you',
    text: 'What is wrong?',
    site: 'Where?',
    siteUnknown: 'Do not know, or another place',
    category: 'What is it about?',
    categoryUnknown: 'Do not know',
    send: 'Create the case',
    suggestion: 'This may help at once',
    referral: (to) => `This sounds like something for ${to}.`,
    filesLeftOut: 'Pictures and files in the message do not go along.',
    secretsLeftOut: 'A password or personal identity number was taken out of the text.',
    endLeftOut: 'The message was long. Its end is left out.',
    stored: (name) =>
      `The text above is kept in a case in the name of ${name}. It is seen by ${name}, by you, by whoever takes care of the case and by whoever hands out cases. If the case goes to a contractor, the text goes along. Nothing is written in this chat.`,
    storedForYou:
      'The text above is kept in your case. It is seen by you, by whoever takes care of the case and by whoever hands out cases. If the case goes to a contractor, the text goes along. Nothing is written in this chat.',
    mend: 'Something has to be changed. What you wrote is still here.',
    faults: {
      'text-missing': 'Write what is wrong.',
      'text-too-long': 'The text is too long. Shorten it to 4,000 characters at most.',
      'site-unknown': 'Choose a place from the list, or “do not know”.',
      'category-unknown': 'Choose from the list, or “do not know”.',
    },
  },
  made: {
    title: (number) => `Case ${number} is created`,
    joined: (number) => `The fault is known already: case ${number}`,
    added: (number) => `Added to case ${number}`,
    already: (number, state) => `There is a case about this message already: ${number} (${state})`,
    to: (name) => `${name} has been given it.`,
    tells: (name) => `${name} hears from Vaktis how it goes.`,
    tellsYou: 'You hear how it goes in your chat with Vaktis.',
    unreachable: (name) =>
      `I do not know whether I reach ${name}, who has not written to Vaktis before. Please tell them about the case.`,
    close: 'You can close this.',
  },
  refused: {
    'not-a-person': 'An app wrote that and no person, so there is nobody to make a case for.',
    'no-text':
      'The message has no text to make a case of. Write to Vaktis in your own chat, and I will help you there.',
    outsider:
      'Whoever wrote it belongs to another organisation. Write to Vaktis in your own chat if it concerns you.',
    'unknown-author': 'I cannot see who wrote it. Write to Vaktis in your own chat instead.',
    'unknown-presser': 'I cannot see who you are, so I cannot make a case. Write to Vaktis in your own chat.',
    'not-your-form': 'I cannot take that form. Close it and choose Create a case on the message again.',
    'too-much':
      'That is a lot at once, so I need to catch up. No case was made. Wait a minute and choose Create a case on the message again.',
    failed: 'Something went wrong on my side. No case was made. Try again in a little while.',
    slow: 'It takes a little longer than usual. You will hear in your chat with Vaktis.',
  },
  reference: (reference) => `Code: ${reference}.`,
  reported: {
    forYou: (name, number) => `${name} made case ${number} of something that you wrote`,
    words: (words) => `“${words}”`,
    cancelIfWrong: 'Is it not right? Write “no longer needed” here.',
    byYou: (name, number) => `You made case ${number} for ${name}.`,
  },
  search: {
    noCases: 'You have no cases to show.',
    noCasesFor: 'I find no case with those words among your own.',
    noNotes: 'There are no site notes to show.',
    noNotesFor: 'I find no site note about that.',
    noMore: 'There are no more.',
    failed: 'The search did not work just now. Try again in a little while.',
    'too-much': 'That is a lot of searches at once, so I need to catch up. Wait a minute and search again.',
    'unknown-searcher': 'I cannot see who you are, so I cannot search for you.',
    fromNote: 'Site note from Vaktis',
    fromCase: 'Case in Vaktis',
  },
};
