import { adaptiveCardType } from './bot-activity.ts';
import type { SimulatedPerson, Trial } from './chat.ts';
import type { Connector } from './connector.ts';
import { conversationIdOf } from './identities.ts';

type Activity = {
  readonly type: 'message';
  readonly text?: string;
  readonly attachments?: readonly object[];
};

/** One more than Teams takes within a second. */
const burst = 8;

/**
 * Sends something in the bot's name that Teams refuses, splits or draws otherwise. The bot itself takes care not
 * to, so that this is the way to see it by hand.
 */
export async function tryLimit(connector: Connector, person: SimulatedPerson, trial: Trial): Promise<void> {
  if (trial === 'busy') return connector.makeBusy(person.aadObjectId);
  if (trial === 'unknown-person') {
    await connector.open({ members: [{ id: 'somebody@elsewhere.example' }] });
    return;
  }
  const conversation = conversationIdOf(person.aadObjectId);
  for (const activity of activitiesOf(trial)) await connector.post(conversation, activity);
}

function activitiesOf(trial: Exclude<Trial, 'busy' | 'unknown-person'>): readonly Activity[] {
  switch (trial) {
    case 'too-large':
      return [{ type: 'message', text: 'å'.repeat(60_000) }];
    case 'burst':
      return Array.from({ length: burst }, (_, index) => ({
        type: 'message',
        text: `${index + 1} / ${burst}`,
      }));
    case 'card-version':
      return [cardOf({ version: '1.6' })];
    case 'many-actions':
      return [cardOf({ actions: Array.from({ length: 8 }, (_, index) => link(index + 1)) })];
    case 'text-and-card':
      return [{ ...cardOf({}), text: 'Text + Adaptive Card' }];
    case 'phone':
      return [cardOf({ body: [paragraph('Table (1.5)'), table] })];
    case 'bad-card':
      return [cardOf({ body: [{ type: 'TextBlok', text: 'TextBlok' }] })];
  }
}

function cardOf(parts: {
  version?: string;
  body?: readonly object[];
  actions?: readonly object[];
}): Activity {
  const content = {
    type: 'AdaptiveCard',
    version: parts.version ?? '1.5',
    body: parts.body ?? [paragraph('Adaptive Card')],
    ...(parts.actions ? { actions: parts.actions } : {}),
  };
  return { type: 'message', attachments: [{ contentType: adaptiveCardType, content }] };
}

function paragraph(text: string) {
  return { type: 'TextBlock', text, wrap: true };
}

function link(number: number) {
  return { type: 'Action.OpenUrl', title: String(number), url: 'https://example.org/' };
}

const cell = (text: string) => ({ type: 'TableCell', items: [paragraph(text)] });
const table = {
  type: 'Table',
  columns: [{ width: 1 }, { width: 1 }],
  rows: [{ type: 'TableRow', cells: [cell('A'), cell('B')] }],
};
