import type { TabTexts } from './tab.ts';

/** The English words of the tab's shell. */
export const en: TabTexts = {
  product: 'Vaktis',
  skip: 'Skip to the content',
  navigation: 'Parts of Vaktis',
  areas: {
    notes: 'Notes',
    work: 'To do',
    try: 'Try',
    insights: 'Insights',
    desk: 'The desk',
    exchange: 'In and out',
  },
  loading: 'Loading …',
  retry: 'Try again',
  close: 'Close',
  open: 'Open',
  clear: (search) => `Clear: ${search}`,
  cancel: 'Cancel',
  back: 'Back',
  somethingWrong: 'Something went wrong here',
  somethingWrongHelp:
    'What you wrote is still here. Reload the page. If that does not help, tell IT the number.',
  reload: 'Reload',
  reference: (number) => `Number to quote: ${number}`,
  unknownPage: 'There is no such page',
  unknownPageHelp: 'The link may be old, or that part is not for you to see.',
  toNotes: 'To the notes',
  unreachable: 'We cannot reach the server just now. What you write is kept on this computer meanwhile.',
  reachable: 'The server answers again.',
  failures: {
    'not-signed-in':
      'Your sign-in has run out. What you wrote is kept. Open the tab again and go on where you were.',
    'not-allowed': 'You may not do this. Ask whoever looks after the desk.',
    'not-found': 'This is no longer here.',
    'invalid-input': 'Something that you wrote cannot be saved.',
    conflict: 'Somebody else changed the same thing first.',
    'too-large': 'The file is too large.',
    'too-many': 'That was too many tries at once. Wait a minute and try again.',
    unavailable: 'The server cannot answer just now. Try again in a while.',
    unreachable: 'We cannot reach the server. Check the network and try again.',
  },
  signIn: {
    title: 'Open Vaktis in Teams',
    body: 'This is where those who write and look after the notes work. Open the Notes tab of the Vaktis app in Teams, and we know who you are.',
    failed: 'We could not sign you in',
    failedBody:
      'Teams gave us no sign-in. Try again. If that does not help, ask IT to approve the Vaktis app for you.',
    notEditor: 'You have no role here',
    notEditorBody:
      'This part is for those who write notes or look after the desk. If you need help with something, write to Vaktis in the chat.',
  },
  picker: {
    title: 'Who do you want to be?',
    body: 'The simulator lets you try the tab as anybody in the demonstration.',
    search: 'Search by name or title',
    none: 'Nobody has that name.',
    byHand: 'User name',
    go: 'Go on',
    roles: {
      staff: 'staff',
      reader: 'reader',
      technician: 'technician',
      editor: 'editor',
      dispatcher: 'dispatcher',
      admin: 'administrator',
    },
  },
  simulator: {
    label: 'The simulator’s choices',
    person: (name) => `You are ${name}`,
    change: 'Be somebody else',
    theme: 'Colours',
    themes: { default: 'Light', dark: 'Dark', contrast: 'High contrast' },
    language: 'Language',
    languages: { sv: 'Svenska', en: 'English' },
  },
  people: {
    search: 'Search for a person',
    none: 'Nobody',
    noMatch: 'We find nobody with that name.',
  },
  sites: {
    search: 'Search for a site',
    all: 'All sites',
    noMatch: 'We find no site with that name.',
  },
  card: {
    label: 'The card that staff see',
    broken: 'The card cannot be shown here.',
  },
  list: {
    total: (count) => (count === 1 ? '1 match' : `${count.toLocaleString('en-GB')} matches`),
  },
};
