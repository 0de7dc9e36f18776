import type { TabExchangeTexts } from './tab-exchange.ts';

/** The English words of the tab's import and export; see tab-exchange.ts. */
export const en: TabExchangeTexts = {
  title: 'In and out',
  intro: 'Do you have texts already? Make notes of them here. Staff see nothing until you publish it.',
  importTitle: 'Bring in',
  drop: 'Drop a file here',
  choose: 'Choose a file',
  kinds: 'Word (.docx), CSV, Markdown (.md) or a zip of Markdown. At most 20 MB.',
  reading: (name) => `Reading ${name} …`,
  faults: {
    kind: 'That kind of file cannot be read here. Choose Word, CSV, Markdown or zip.',
    size: 'The file is too large. Split it into several, with at most 20 MB in each.',
    empty: 'The file is empty.',
    many: 'One file at a time, please. The first one is read.',
    failed: 'The file could not be read just now. Please try again.',
  },
  found: (count, file) => (count === 1 ? `1 note found in ${file}` : `${count} notes found in ${file}`),
  nothing: (file) => `No notes were found in ${file}.`,
  nothingHint: 'A note begins with a heading. Give every part of the file a heading and try again.',
  left: 'This was left out',
  all: 'Choose all',
  none: 'Choose none',
  chosen: (count) => `${count} chosen`,
  more: (count) => `Show ${count} more`,
  onlyFaults: 'Show only those that need a look',
  take: (title) => `Take “${title}”`,
  noteTitle: 'Title',
  site: 'Site',
  everySite: 'All sites',
  showText: 'Show the text',
  symptoms: 'Words people say',
  steps: 'Steps',
  mustMend: 'Needs mending',
  shouldMend: 'Good to know',
  like: (title) => `Says nearly the same as “${title}”, which exists already.`,
  titleMissing: 'Write a title.',
  inTheWay: (count) =>
    count === 1 ? '1 chosen note needs mending first.' : `${count} chosen notes need mending first.`,
  save: (count) => (count === 1 ? 'Save 1 draft' : `Save ${count} drafts`),
  saving: 'Saving …',
  saved: (count) =>
    count === 1
      ? '1 draft is saved. Read it and publish it when it is right.'
      : `${count} drafts are saved. Read them and publish them when they are right.`,
  savedSome: (saved, left) =>
    `${saved} drafts are saved. ${left} were left over and are below. Please try again.`,
  saveFailed: 'The drafts could not be saved. Your choices are still here.',
  toDrafts: 'Show the drafts',
  another: 'Read another file',
  cancel: 'Cancel',
  exportTitle: 'Take out',
  exportIntro:
    'All that you wrote is yours. Download the whole folder as a zip: notes, sites, people and rules.',
  exportWarning:
    'The file holds details of people and sites. Keep it where only the right people can reach it.',
  export: 'Download everything',
  exporting: 'Packing …',
  exported: 'The file is downloaded.',
};
