import type { Messages } from '../messages.ts';

export const supplier: Messages['supplier'] = {
  caseWaits: (name) => `We cannot get your case through to ${name} right now`,
  wordsWait: (name) => `We cannot get what you wrote through to ${name} right now`,
  stays: 'It stays here and is sent as soon as that works. You need not do anything.',
  urgent: (phone, number) =>
    `Is it urgent? Ring ${phone} and say ${number}, or write “talk to a person” here.`,
  urgentNoPhone: 'Is it urgent? Write “talk to a person” here, and one of us will help you.',
  down: (name) => `${name} cannot be reached`,
  refused: (name) => `${name} does not accept our sign-in`,
  busy: (name) => `${name} takes no more cases right now`,
  downSince: (time) =>
    `Nothing has got through since ${time}. I keep trying, a little less often as time goes.`,
  refusedSince: (time) =>
    `Nothing has got through since ${time}. The password or key has probably run out or been blocked.`,
  busySince: (time) => `Nothing has got through since ${time}. Their system asks us to wait.`,
  renew: (variable) =>
    `Ask whoever runs Vaktis to get a new key from the contractor, set it as ${variable} and restart Vaktis. Then what waits is sent. Until then I only try a few times a day, so that the account is not locked.`,
  ring: (phone) => `Ring them on ${phone} if something cannot wait.`,
  noPhone: 'I have no telephone number for them. It can be set in desk.yaml.',
  waiting: (count) => (count === 1 ? 'One case waits here:' : `${count} cases wait here, in this order:`),
  nothingWaits: 'No case waits right now.',
  more: (count) => `… and ${count} more.`,
  hurry: 'urgent',
  up: (name) => `${name} can be reached again`,
  upSince: (time) => `The outage began ${time} and is over.`,
  sending: (count) =>
    count === 1
      ? 'The case that waited is being sent now.'
      : `The ${count} cases that waited are being sent now, in the order in which they came.`,
};
