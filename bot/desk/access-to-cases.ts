import { type AccessRow, type Action, everybody, ownCases, workers } from './access-row.ts';

/** Cases, and what whoever takes care of one needs to know. */
export const accessToCases = {
  'own-cases ask': {
    may: ownCases,
    because: 'They are about themselves.',
    otherwise: 'Somebody’s own cases are told in their own chat.',
  },
  'own-cases find': {
    may: ownCases,
    because: 'They choose themselves to put their case into a chat.',
    otherwise: 'Only who is signed in to the organisation can search.',
  },
  'own-cases press': {
    may: ownCases,
    because: 'Their own case is theirs to call off, to confirm and to take up again.',
    otherwise: 'Whoever sees a card can forge its data, so that the case is asked whose it is.',
  },
  'others-cases read': {
    may: { ...workers, contractor: 'own-case' },
    because: 'They do the work, or see to it that it is done; a contractor sees what it must to do it.',
    otherwise: 'What somebody reports is between them and whoever helps.',
  },
  'others-cases find': {
    may: {},
    because: '',
    otherwise: 'What is found is put into chats where others read it.',
  },
  'others-cases press': {
    may: workers,
    because: 'They have it, are offered it, or dispatch.',
    otherwise: 'Whoever sees a card can forge its data, so that the case is asked who has it.',
  },
  'secret-facts ask': {
    may: {},
    because: '',
    otherwise: 'Door codes and key places are never an answer.',
  },
  'secret-facts find': {
    may: {},
    because: '',
    otherwise: 'Door codes and key places are never found by searching.',
  },
  'secret-facts press': {
    may: workers,
    because: 'Whoever is going there; one code at a time, and every showing is logged.',
    otherwise: 'They let somebody in.',
  },
  'secret-facts read': {
    may: {},
    because: '',
    otherwise: 'The tab says that there is one, and a ticket not even that much of its value.',
  },
  'secret-facts export': {
    may: { admin: 'yes' },
    because: 'The desk’s folder is a copy of all of it.',
    otherwise: 'They let somebody in.',
  },
  'withheld-facts read': {
    may: workers,
    because: 'The desk keeps them from its contractors, not from those who do its own work.',
    otherwise: 'The desk said that they stay in the house.',
  },
  'site-facts ask': {
    may: {},
    because: '',
    otherwise: 'Which switch a site has is for those who do the work.',
  },
  'site-facts read': {
    may: { ...workers, contractor: 'own-case' },
    because: 'They do the work there.',
    otherwise: 'Which switch a site has is for those who do the work.',
  },
  'requesters-phone read': {
    may: { ...workers, contractor: 'own-case' },
    because: 'Somebody has to be able to call back.',
    otherwise: 'Colleagues are rung by the organisation’s own directory.',
  },
  'helpers-phone ask': {
    may: everybody,
    because: 'Whoever is on duty can be rung.',
    otherwise: 'Not where others read along.',
  },
} as const satisfies Readonly<Record<`${string} ${Action}`, AccessRow>>;
