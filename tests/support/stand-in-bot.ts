import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import express, { type Express } from 'express';

/** A bot of a few lines on the real SDK, so that the simulator is tried against what production speaks with. */
export type StandInBot = {
  mount(app: Express): void;
  /** Every activity that arrived, as it came over HTTP. */
  readonly received: readonly Record<string, unknown>[];
  createConversation(serviceUrl: string, memberId: string, tenantId: string, text: string): Promise<string>;
  send(reference: TurnContext['activity'], activity: Partial<Activity>): Promise<string | undefined>;
};

const card = (title: string, buttons: readonly object[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.4',
  body: [{ type: 'TextBlock', text: title, wrap: true, size: 'Medium', weight: 'Bolder' }],
  actions: buttons,
});

const press = (verb: string, title: string) => ({ type: 'Action.Execute', title, verb, data: { case: 7 } });

export function createStandInBot(): StandInBot {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const received: Record<string, unknown>[] = [];
  const answer = async (context: TurnContext) => {
    if (context.activity.type === ActivityTypes.Invoke) await answerPress(context);
    if (context.activity.type === ActivityTypes.InstallationUpdate) await welcome(context);
    if (context.activity.type === ActivityTypes.Message) await answerMessage(context);
  };
  return {
    received,
    mount(app) {
      app.post('/api/messages', express.json(), async (request, response) => {
        received.push(request.body);
        if (request.body.text === 'fel') response.sendStatus(500);
        else await adapter.process(request, response, answer);
      });
    },
    async createConversation(serviceUrl, memberId, tenantId, text) {
      let id = '';
      const parameters = {
        isGroup: false,
        bot: { id: '28:bot', name: 'Vaktis' },
        members: [{ id: memberId, name: '' }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      await adapter.createConversationAsync(
        '',
        'msteams',
        serviceUrl,
        '',
        parameters as Partial<ConversationParameters> as ConversationParameters,
        async (context) => {
          id = context.activity.conversation.id;
          await context.sendActivity(text);
        },
      );
      return id;
    },
    async send(activity, message) {
      let id: string | undefined;
      const reference = TurnContext.getConversationReference(activity);
      delete reference.activityId;
      await adapter.continueConversationAsync('', reference, async (context) => {
        if (message.id === undefined) id = (await context.sendActivity(message))?.id;
        else await context.updateActivity(message);
      });
      return id;
    },
  };
}

async function welcome(context: TurnContext): Promise<void> {
  if (context.activity.action === 'add') await context.sendActivity(`Hej **${context.activity.from.name}**!`);
}

async function answerMessage(context: TurnContext): Promise<void> {
  const { text, value } = context.activity;
  await context.sendActivity({ type: ActivityTypes.Typing });
  if (value !== undefined) await context.sendActivity(`Valt: ${JSON.stringify(value)}`);
  else if (text === 'text och kort')
    await context.sendActivity({ text, attachments: [CardFactory.adaptiveCard(card('Kort'))] });
  else if (text === 'för stort') await context.sendActivity('x'.repeat(60_000));
  else {
    const buttons = [press('solved', 'Det löste sig'), press('human', 'Prata med en människa')];
    await context.sendActivity(
      MessageFactory.attachment(CardFactory.adaptiveCard(card(`Svar på ${text}`, buttons))),
    );
  }
}

async function answerPress(context: TurnContext): Promise<void> {
  const { verb } = context.activity.value.action;
  const body =
    verb === 'solved'
      ? {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: card('Skönt att det löste sig'),
        }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Jag hämtar någon.' };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
