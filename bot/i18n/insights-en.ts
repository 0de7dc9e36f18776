import type { MeasureWords } from './insights.ts';

const nothingExcluded = 'Nothing.';
const twoTimes =
  'Half were quicker than the median, and nine in ten within the longer time that stands beside it.';

export const en: MeasureWords = {
  measure: {
    'self-resolved': {
      name: 'Solved without help, and it lasted',
      formula:
        'Questions that a note answered without a case, where the person said that it helped or was not heard of again, and that did not come back within 14 days – divided by all questions and cases. It came back if the same person reports in the same category, or the same site about the same thing or with the same site note.',
      excluded:
        'The last 14 days: only then is it known whether it lasted. Questions that had no note and became no case are not kept.',
    },
    'self-resolved-confirmed': {
      name: 'Of them confirmed',
      formula:
        'As above, but only those where the person said that it helped – divided by all questions and cases.',
      excluded: 'The last 14 days.',
    },
    'self-resolved-silent': {
      name: 'Of them silent',
      formula:
        'As above, but those where the person was shown a note and not heard of for two hours – divided by all questions and cases. Nobody knows for sure that it was solved.',
      excluded: 'The last 14 days.',
    },
    coverage: {
      name: 'Coverage',
      formula: 'Questions and cases where a note was shown – divided by all questions and cases.',
      excluded:
        'Questions that were not about IT, and those without a note that became no case: they are not kept.',
    },
    'follow-up': {
      name: 'Follow-up questions',
      formula: 'Cases where Vaktis had to ask back at least once – divided by all cases.',
      excluded: 'Questions that never became cases: what was asked back is not kept.',
    },
    answer: {
      name: 'Time to first answer',
      formula: `From the first word about the matter to the first note, or the first words or deed of a person. ${twoTimes}`,
      excluded:
        'Cases that nobody has answered yet, and questions that never became cases (they are answered at once).',
    },
    acknowledgement: {
      name: 'Time until somebody took it',
      formula: `From the first word about the matter until a technician took the case or it was sent to a contractor. ${twoTimes}`,
      excluded: 'Cases that nobody has taken yet.',
    },
    arrival: {
      name: 'Time until somebody was there',
      formula: `From the first word about the matter until somebody was on site for the first time. ${twoTimes}`,
      excluded: 'Cases that nobody went out for.',
    },
    resolution: {
      name: 'Time to resolution',
      formula: `From the first word about the matter until the case was solved – the last time, if it was opened again. No waiting is taken off. ${twoTimes}`,
      excluded: 'Open and cancelled cases. So a short time may mean that the hard ones are still there.',
    },
    'promises-kept': {
      name: 'Promises kept',
      formula:
        'Promised arrivals where somebody came or solved it within five minutes of the time – divided by all that were kept or broken.',
      excluded: 'Promises changed in time, and cases that went elsewhere or ended before the promised time.',
    },
    reassigned: {
      name: 'Went on to somebody else',
      formula: 'Cases that went on to somebody else after somebody had taken them – divided by all cases.',
      excluded: 'Questions to technicians who said no or did not answer.',
    },
    'needless-visits': {
      name: 'Needless visits',
      formula:
        'Visits where whoever solved it said that it could have been solved from a distance – divided by visits where that was answered.',
      excluded: 'Visits where nobody answered.',
    },
    'contractor-kept': {
      name: 'Contractor’s promise kept',
      formula:
        'Cases that the contractor solved within the promised time, in their service hours without waits for the requester – divided by those that are decided. Whatever is over is broken, solved or not. If several contractors had the case, the one who kept least counts.',
      excluded: 'Cases without a promise, and those where it is too early to say.',
    },
    'contractor-wait': {
      name: 'Waiting for a contractor',
      formula: `How long a case was with the contractor in their service hours, without waits for the requester. ${twoTimes}`,
      excluded: 'Cases that no contractor has had.',
    },
    'contractor-over': {
      name: 'Beyond the contractor’s promise',
      formula: `Of broken promises: the time with the contractor less the promised one, in their service hours. ${twoTimes}`,
      excluded: 'Promises that were kept.',
    },
    bounced: {
      name: 'Sent back',
      formula:
        'Cases that a contractor sent back at least once – divided by all cases that a contractor has had.',
      excluded: nothingExcluded,
    },
    'bounced-for': {
      name: 'Sent back because',
      formula: 'How often a contractor sent a case back for this reason.',
      excluded: nothingExcluded,
    },
    'no-note': {
      name: 'Questions without a note',
      formula: 'Cases where no note was shown.',
      excluded: 'Questions that never became cases.',
    },
    'notes-helped': {
      name: 'Notes that helped',
      formula:
        'Notes that somebody said had helped – divided by those of which somebody said that they did or did not.',
      excluded: 'Notes that were shown and nothing was said of.',
    },
    'model-cost': {
      name: 'Language model’s cost a case',
      formula: 'What the language model cost – divided by the questions and cases that it worked on.',
      excluded: 'Cases without the language model.',
    },
  },
  variant: {
    'not-in-agreement': 'it is not in the agreement',
    'wrong-queue': 'it was the wrong queue',
    'needs-on-site': 'it needs somebody on site',
    duplicate: 'it was a duplicate',
    other: 'of another reason',
  },
  type: { incident: 'incidents', 'service-request': 'service requests' },
  clock: { service: 'service hours', wall: 'round the clock' },
  small: 'Too few for a percentage.',
  everything: 'Everything',
  ownTechnicians: 'your technicians',
  open: (load) => `${load.replace('-', '–')} open cases when it was taken`,
  why: {
    cases: (count) =>
      count === 1 ? 'One case was changed afterwards.' : `${count} cases were changed afterwards.`,
    formulas: 'A formula has changed.',
    rebuilt: 'The figures were counted anew from the beginning.',
  },
  effect: {
    note: (answered, asked) => `Of ${asked} questions ${answered} would have been answered by it.`,
    mend: (other, failed) =>
      `${failed} were given advice that did not help. ${other} of them had another note to get.`,
    visit: (spared, cases) =>
      `Had it been mended at the third fault, ${spared} of ${cases} would not have come.`,
    row: (moved, cases, hours) =>
      `${moved} of ${cases} cases would have gone right at once. They waited ${hours} hours at the contractor’s.`,
  },
  because: {
    visit: (cases, before, thing) =>
      `${cases} faults of ${thing} in 90 days, against ${before} in the 90 days before.`,
    row: (bounced, tickets) => `${bounced} of ${tickets} were sent back.`,
    contractor: (late, of, hours) => `${late} of ${of} promises were broken, by ${hours} hours in all.`,
  },
  card: {
    weekly: 'Worth doing this week',
    weeklyIntro: 'This would help most, of what happened in the last 90 days.',
    nothing: 'Nothing stands out this week.',
    writeNote: (title) => `Write a note: “${title}”`,
    mendNote: (title, failed, of) =>
      `Look over the note “${title}”: it did not help ${failed} times out of ${of}`,
    visit: (site, thing, cases) => `Visit ${site}: ${thing}, ${cases} faults`,
    row: (category, contractor) => `Let your own take ${category} instead of ${contractor}`,
    contractor: (name) => `Talk to ${name} about the waits`,
    site: (name, month) => `${name} in ${month}`,
    siteReported: (count, before) =>
      before === null
        ? `${count} questions and cases`
        : `${count} questions and cases (the month before: ${before})`,
    siteSelf: (count, of) => `${count} of ${of} were solved without a case`,
    siteOpen: (count) =>
      count === 0 ? 'Nothing is waiting' : count === 1 ? 'One case is open' : `${count} cases are open`,
    siteTime: (median) => `Half of the cases were solved within ${median}`,
    siteMost: (category, count) => `Most often: ${category} (${count})`,
    siteFew: 'Fewer than five people were heard from, so nothing is broken down.',
    more: 'Show the figures',
    hours: (hours) => (hours < 1 ? 'an hour' : `${Math.round(hours)} hours`),
  },
};
