import type { Person } from '#bot/desk/person.ts';
import { askToWriteAlone, isInCompany, isPersonal } from './in-company.ts';
import { onPress } from './on-press.ts';
import { onRevision } from './on-revision.ts';
import { onText } from './on-text.ts';
import type { Stores } from './stores.ts';
import { type Outcome, outcomeOf, type Turn } from './turn.ts';

/** Longer than anybody writes about a broken projector; a pasted log is asked for as a file. */
export const longestText = 8_000;

/** What came in, and where it goes: an installation, a press, or words. */
export async function onMessage(turn: Turn, stores: Stores): Promise<Outcome> {
  const { message } = turn;
  if (message.installed) return welcome(turn);
  if (isInCompany(message) && isPersonal(turn)) return askToWriteAlone(turn);
  if (message.press !== null) return onPress(turn, stores, message.press);
  if (message.revises) return onRevision(turn, stores, message.revises);
  if (message.text.length > longestText) return problem(turn, 'too-long');
  if (turn.text.trim() === '' && message.attachments.length === 0) return problem(turn, 'empty');
  return onText(turn, stores);
}

function welcome(turn: Turn): Outcome {
  const { settings } = turn.loaded.desk;
  const name = turn.person.name.split(/\s+/)[0] ?? turn.person.name;
  return outcomeOf(turn, {
    replies: [
      {
        kind: 'welcome',
        name,
        role: isInCompany(turn.message) ? 'group' : welcomeRole(turn.person),
        deskName: settings.name,
      },
    ],
    decision: null,
  });
}

function welcomeRole(person: Person): 'staff' | 'technician' | 'dispatcher' {
  if (person.roles.includes('technician')) return 'technician';
  return person.roles.includes('dispatcher') ? 'dispatcher' : 'staff';
}

function problem(turn: Turn, reason: 'empty' | 'too-long'): Outcome {
  return outcomeOf(turn, {
    replies: [{ kind: 'problem', reason, reference: turn.newId().slice(0, 8) }],
    decision: 'ask',
  });
}
