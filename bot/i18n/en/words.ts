import type { Messages } from '../messages.ts';

export const words: Messages['words'] = {
  category: {
    account: 'sign-in and account',
    workstation: 'computer',
    tablet: 'tablet',
    printer: 'printer',
    network: 'network and wifi',
    phone: 'phone',
    av: 'projector, screen and sound',
    application: 'programs and systems',
    'email-calendar': 'e-mail, calendar and Teams',
    server: 'shared files and servers',
    security: 'IT security',
    other: 'something else',
    'not-it': 'something that is not IT',
  },
  priority: { critical: 'critical', high: 'high', moderate: 'moderate', low: 'low' },
  state: {
    new: 'new',
    'in-progress': 'in progress',
    'on-hold': 'on hold',
    resolved: 'resolved',
    closed: 'closed',
    cancelled: 'cancelled',
  },
  holdReason: {
    'awaiting-requester': 'waiting for an answer from the person who reported it',
    'awaiting-contractor': 'waiting for the supplier',
    'awaiting-part': 'waiting for a spare part',
    'awaiting-access': 'waiting to get into the premises',
  },
  type: { incident: 'fault', 'service-request': 'request' },
};
