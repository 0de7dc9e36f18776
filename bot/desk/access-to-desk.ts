import { type AccessRow, type Action, lookers } from './access-row.ts';

/** The desk itself: its people, rota, figures and settings. */
export const accessToDesk = {
  'rota read': {
    may: { technician: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'Those who are in it, and those who plan it.',
    otherwise: 'Others ask who is on duty.',
  },
  'rota edit': {
    may: lookers,
    because: 'They plan it; technicians tell of their own absence in the chat.',
    otherwise: 'It decides who gets a case.',
  },
  'absences ask': {
    may: { technician: 'yes', editor: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'Colleagues hear that somebody is away and until when.',
    otherwise: 'Staff hear who is there instead.',
  },
  'absence-reasons ask': {
    may: {},
    because: '',
    otherwise: 'Why somebody is away is between them and whoever plans the rota.',
  },
  'absence-reasons read': {
    may: { technician: 'own', ...lookers },
    because: 'They plan the rota, or it is their own.',
    otherwise: 'Why somebody is away is between them and whoever plans the rota.',
  },
  'people find': {
    may: { technician: 'yes', editor: 'yes', dispatcher: 'yes', admin: 'yes' },
    because: 'By name: an owner of a note, somebody to try a question as.',
    otherwise: 'The list is not a directory.',
  },
  'desk read': {
    may: lookers,
    because: 'Sites, people, technicians, contractors and settings, without secrets.',
    otherwise: 'It holds telephone numbers and how sites are reached.',
  },
  'desk edit': {
    may: { admin: 'yes' },
    because: 'It decides who may what.',
    otherwise: 'It decides who may what.',
  },
  'desk export': {
    may: { admin: 'yes' },
    because: 'All of it in one file.',
    otherwise: 'It holds everything, secrets too.',
  },
  'desk-changes read': {
    may: lookers,
    because: 'Who changed what in the desk.',
    otherwise: 'It holds what the desk holds.',
  },
  'note-insights read': {
    may: { head: 'own-site', editor: 'yes', ...lookers },
    because: 'What notes do for people: figures, and nothing of a case.',
    otherwise: 'Figures of a small site tell of people.',
  },
  'insights read': {
    may: { head: 'own-site', ...lookers },
    because: 'All figures, and which cases they rest on, of the sites that they answer for.',
    otherwise: 'Figures of a small site tell of people.',
  },
  'audit-log read': {
    may: {},
    because: '',
    otherwise: 'Read at the server’s console only; whoever asks is logged there too.',
  },
} as const satisfies Readonly<Record<`${string} ${Action}`, AccessRow>>;
