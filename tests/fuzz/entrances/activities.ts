import { readdirSync } from 'node:fs';
import { pressVerbs } from '#bot/conversation/incoming-message.ts';
import type { Dice } from '../../bench/search/dice.ts';
import { type ActivityJson, buildActivity } from '../../support/activities.ts';
import { registration, serviceUrl } from '../../support/teams-registration.ts';
import { type Entrance, type FuzzInput, request } from '../fuzz-input.ts';
import type { FuzzWorld } from '../fuzz-world.ts';
import { mutateJson, mutateText } from '../mutate.ts';
import { nastyStrings } from '../nasty-values.ts';
import { sendRequest } from '../send-request.ts';

const fixtures = readdirSync(new URL('../../fixtures/activities/', import.meta.url)).map((file) =>
  file.replace(/\.json$/, ''),
);
const templates = new Map(fixtures.map((name) => [name, buildActivity(name)]));
const extensions = fixtures.filter((name) => /^(message-action|extension)/.test(name));
const others = fixtures.filter((name) => !extensions.includes(name));

/** What people of a district write; the fuzzing changes the rest. */
const sayings = [
  'projektorn i lekhallen är svart',
  'nätet är nere på hela skolan, ingen kommer in',
  'skrivaren på solrosen skriver inte ut',
  'jag kan inte logga in, lösenord Hemligt123!',
  'status',
  'avbryt',
  'det fungerade inte',
  'ja',
  'nej tack, lämna över',
  'vem har jour i kväll?',
  'kan ni komma kl 10.30 på torsdag?',
  '[VK-1001] glömde säga att det luktar bränt',
  'the projector is black and the printer is broken',
];

/** A message, an edit, an installation, a reaction: whatever Teams posts. */
export function createActivityEntrance(world: FuzzWorld, dice: Dice): Entrance {
  return {
    name: 'activity',
    share: 20,
    make: () => post(dice, say(world, dice, dice.one(others))),
    send: (input) => send(world, input),
  };
}

/** A button on a card, with data that whoever presses may have written themselves. */
export function createPressEntrance(world: FuzzWorld, dice: Dice): Entrance {
  return {
    name: 'card press',
    share: 15,
    make() {
      const id = () =>
        dice.one(['1', 'VK-1001', crypto.randomUUID(), 'solrosen/projektorn-lekhallen', ...nastyStrings]);
      const data = {
        caseId: id(),
        offerId: id(),
        reportId: id(),
        noteId: id(),
        value: dice.one(sayings),
        text: dice.one(sayings),
      };
      const verb = dice.under(10) === 0 ? mutateText('accept', dice) : dice.one(pressVerbs);
      const isExecute = dice.under(2) === 0;
      const activity = say(world, dice, isExecute ? 'execute-press' : 'submit-press');
      const kept = Object.fromEntries(Object.entries(data).filter(() => dice.under(2) === 0));
      const value = isExecute
        ? { action: { type: 'Action.Execute', verb, data: kept }, trigger: 'manual' }
        : { verb, ...kept };
      return post(dice, { ...activity, value });
    },
    send: (input) => send(world, input),
  };
}

/** The message action and the searches under the message box. */
export function createExtensionEntrance(world: FuzzWorld, dice: Dice): Entrance {
  return {
    name: 'message extension',
    share: 10,
    make: () => post(dice, say(world, dice, dice.one(extensions))),
    send: (input) => send(world, input),
  };
}

function say(world: FuzzWorld, dice: Dice, name: string): ActivityJson {
  const template = templates.get(name) ?? {};
  const listed = dice.under(3) > 0;
  const person = dice.one([...world.people.values()]);
  const aadObjectId = listed ? person.aadObjectId : crypto.randomUUID();
  const isMessage = name === 'personal-message' || name === 'edited';
  return {
    ...template,
    id: `f:${crypto.randomUUID()}`,
    timestamp: new Date().toISOString(),
    serviceUrl,
    from: { id: `29:${aadObjectId}`, name: person.name, aadObjectId },
    conversation: {
      id: `a:${dice.under(400)}-${aadObjectId}`,
      conversationType: dice.one(['personal', 'personal', 'personal', 'groupChat', 'channel']),
      tenantId: registration.tenantId,
    },
    channelData: { tenant: { id: registration.tenantId } },
    ...(isMessage
      ? { text: dice.under(2) === 0 ? dice.one(sayings) : mutateText(dice.one(sayings), dice) }
      : {}),
  };
}

/** What says who sent it stays as it is in most, so that most come further than the door. */
function post(dice: Dice, activity: ActivityJson): FuzzInput {
  const body =
    dice.under(5) === 0 ? mutateJson(activity, dice) : keepDoor(activity, mutateJson(activity, dice));
  const text = dice.under(40) === 0 ? mutateText(JSON.stringify(body), dice) : JSON.stringify(body);
  return request('/api/messages', {
    as: dice.under(30) === 0 ? null : 'teams',
    headers: { 'content-type': 'application/json' },
    body: { text },
  });
}

const door = [
  'type',
  'id',
  'channelId',
  'serviceUrl',
  'channelData',
  'from',
  'recipient',
  'conversation',
  'name',
];

function keepDoor(activity: ActivityJson, changed: unknown): unknown {
  if (typeof changed !== 'object' || changed === null || Array.isArray(changed)) return changed;
  return { ...changed, ...Object.fromEntries(door.map((key) => [key, activity[key]])) };
}

function send(world: FuzzWorld, input: FuzzInput) {
  if (input.kind !== 'request') throw new Error('not a request');
  return sendRequest(world, input);
}
