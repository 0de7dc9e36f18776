import { type AccessRow, type Action, everybody, tabReaders, writers } from './access-row.ts';

/** Notes, and the tab that they are written in. */
export const accessToNotes = {
  'tab read': {
    may: tabReaders,
    because: 'They look after notes, cases or a site.',
    otherwise: 'Staff ask in the chat, where they are answered for their own site.',
  },
  'staff-notes ask': {
    may: { ...everybody, bystander: 'yes' },
    because: 'They are written for everybody who works here; in a channel the answer is read by all.',
    otherwise: 'A contractor is sent cases and nothing else.',
  },
  'staff-notes find': {
    may: everybody,
    because: 'They are written for everybody who works here.',
    otherwise: 'Only who is signed in to the organisation can search.',
  },
  'staff-notes read': {
    may: tabReaders,
    because: 'Whoever opens the tab reads the notes in it.',
    otherwise: 'Staff get them as answers.',
  },
  'staff-notes edit': {
    may: writers,
    because: 'Editors write for the sites that they edit, technicians for those that they serve.',
    otherwise: 'Others suggest a change, and an editor decides.',
  },
  'staff-notes publish': {
    may: { editor: 'own-site', admin: 'yes' },
    because: 'What staff read is an editor’s to publish.',
    otherwise: 'A second pair of eyes before everybody reads it.',
  },
  'notes verify': {
    may: {
      technician: 'yes',
      editor: 'own-site',
      admin: 'yes',
      reader: 'own',
      head: 'own',
      dispatcher: 'own',
    },
    because: 'A technician may be standing in front of the thing; an owner knows it.',
    otherwise: 'Others tell that it is wrong, and its owner is asked.',
  },
  'notes import': {
    may: { editor: 'own-site', admin: 'yes' },
    because: 'Many notes at once are an editor’s work.',
    otherwise: 'Technicians write one note at a time.',
  },
  'technician-notes ask': {
    may: { technician: 'yes' },
    because: 'They are written by technicians for technicians.',
    otherwise: 'They tell how to get in and what breaks; others who look after them read them in the tab.',
  },
  'technician-notes find': {
    may: {},
    because: '',
    otherwise: 'What is found is put into chats where others read it.',
  },
  'technician-notes read': {
    may: { technician: 'yes', editor: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'They use them, keep them true, or guide whoever is on site.',
    otherwise: 'They tell how to get in and what breaks.',
  },
  'technician-notes edit': {
    may: writers,
    because: 'Who serves or edits the site writes about it.',
    otherwise: 'They are written by those who do the work.',
  },
  'technician-notes publish': {
    may: writers,
    because: 'Technicians publish for each other.',
    otherwise: 'They are written by those who do the work.',
  },
  'private-parts ask': {
    may: {},
    because: '',
    otherwise: 'What stands between [privat] marks is never shown to staff and never leaves the house.',
  },
  'private-parts find': {
    may: {},
    because: '',
    otherwise: 'What is found is put into chats where others read it.',
  },
  'private-parts read': {
    may: { technician: 'yes', editor: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'They keep the note true.',
    otherwise: 'What stands between [privat] marks is never shown to staff and never leaves the house.',
  },
  'unpublished-notes ask': {
    may: {},
    because: '',
    otherwise: 'Nobody has said yet, or says any more, that they are true.',
  },
  'unpublished-notes find': {
    may: {},
    because: '',
    otherwise: 'Nobody has said yet, or says any more, that they are true.',
  },
  'unpublished-notes read': {
    may: tabReaders,
    because: 'In the tab they are marked as drafts, and are there to be reviewed.',
    otherwise: 'Staff are never shown what is not published.',
  },
  'typed-text read': {
    may: { technician: 'own', editor: 'own', admin: 'own' },
    because: 'What somebody typed and has not saved is theirs.',
    otherwise: 'It was not saved for anybody to read.',
  },
  'work read': {
    may: writers,
    because: 'Work on the notes of the sites that they write for.',
    otherwise: 'It quotes what people asked.',
  },
  'trial ask': {
    may: { editor: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'They see what others would be answered; they may read all notes themselves.',
    otherwise: 'It is asked in somebody else’s name.',
  },
} as const satisfies Readonly<Record<`${string} ${Action}`, AccessRow>>;
