import type { Messages } from '../messages.ts';
import type { ReasonValues } from '../sv/reasons.ts';

const why: Readonly<Record<string, string>> = {
  absent: 'is away',
  full: 'has their hands full',
  'off-duty': 'is not on duty',
};

function party(handledBy = ''): string {
  if (handledBy === 'local') return 'local technician';
  return handledBy === 'contractor' ? 'the contractor' : handledBy.replace(/^contractor:/, '');
}

function instead({ insteadOf = '', why: reason = '' }: ReasonValues): string {
  return `${insteadOf} ${why[reason] ?? 'cannot right now'}`;
}

/** By the reason's key, as the rules of triage name it. */
export const reasons: Messages['reasons'] = {
  'responsible.note': ({ handledBy }) => `the site note → ${party(handledBy)}`,
  'responsible.matrix': ({ conditions, handledBy, row }) =>
    `${conditions} → ${party(handledBy)} (row ${row})`,
  'responsible.matrix-rest': ({ handledBy, row }) => `everything else → ${party(handledBy)} (row ${row})`,
  'responsible.no-row': () => 'no row fitted → local technician',
  'responsible.no-technician': () => 'no local technician can take it',
  'responsible.of-site': ({ technician, site }) => `${technician} is the technician of ${site}`,
  'responsible.of-area': ({ technician, site }) => `${technician} is a technician in the area of ${site}`,
  'responsible.of-desk': ({ technician }) => `${technician} is closest at hand`,
  'responsible.fixed-last': ({ technician }) => `${technician} solved the same there last time`,
  'responsible.visit-hours': ({ technician, site }) => `${technician} can be there while ${site} is open`,
  'responsible.deputy': (values) => `${values.technician} stands in: ${instead(values)}`,
  'responsible.next': (values) => `${values.technician} is next in turn: ${instead(values)}`,
  'responsible.all-full': ({ technician }) => `everybody is busy, ${technician} is on duty`,
  'responsible.on-call': ({ technician }) => `nobody is on duty, ${technician} is on call`,
  'responsible.escalates-at-once': ({ technician }) =>
    `nobody is on duty, ${technician} is tried and others are asked at once`,
  'responsible.waits': ({ technician }) => `nobody is on duty, it waits for ${technician}`,
  'decide.thanks': () => 'a thank you',
  'decide.greeting': () => 'a greeting',
  'decide.help': () => 'wonders what Vaktis can do',
  'decide.injection': () => 'the text tries to steer Vaktis and holds no matter',
  'decide.hazard': () => 'risk of harm, a person is put on it at once',
  'decide.wants-person': () => 'wants to talk to a person',
  'decide.not-it': () => 'it is not an IT matter',
  'decide.site': () => 'the site is needed to find the right help',
  'decide.asked-enough': () => 'enough questions, a person takes over',
  'decide.who-is-technician': () => 'wonders who the technician is',
  'decide.vague': () => 'it is not possible to tell what it is about yet',
  'decide.known-outage': () => 'a known fault is going on',
  'decide.already-tried': () => 'the usual advice has been tried',
  'decide.damage': () => 'something is broken or loose',
  'decide.security-incident': () => 'a security incident',
  'decide.outage': () => 'many are without a service',
  'decide.asks-for-visit': () => 'asks for a visit',
  'decide.asks-who': () => 'asks who did something, which only a person may look up',
  'decide.order': () => 'what is wanted needs somebody to arrange it',
  'decide.no-note': () => 'there is no advice about this',
  'decide.advice-did-not-help': () => 'the advice did not help',
  'decide.dead-device': () => 'the device is completely dead',
  'model.category': ({ conditions }) => `a language model reads it as ${conditions}`,
  'model.language': () => 'a language model reads another language',
  'model.several': () => 'a language model counts the matters otherwise',
  'model.urgency': () => 'a language model reads it as more urgent',
  'model.wants-person': () => 'a language model reads that a person is wanted',
  'model.rendered': () => "the advice was found by a language model's translation",
  'decide.note': () => 'there is advice that fits',
};
