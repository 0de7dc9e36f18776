import { parseAbsence, readAbsence, saysBackAtWork } from '#bot/desk/parse-absence.ts';
import { NotFound } from '#bot/errors.ts';
import { endAbsenceNow, keepAbsence, previewAbsence } from '#bot/handoff/absence.ts';
import { handoffContext } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import type { Stores } from './stores.ts';
import { alreadyHandled, type Outcome, outcomeOf, type Turn } from './turn.ts';

/** "Jag är sjuk idag", said by a technician: asked once more before it is stored. Null: something else is said. */
export async function tellAbsence(turn: Turn, stores: Stores): Promise<Outcome | null> {
  const { technicians, settings } = turn.loaded.desk;
  if (!technicians.has(turn.person.upn)) return null;
  if (saysBackAtWork(turn.text)) return backAtWork(turn, stores, 'said');
  const absence = parseAbsence(turn.text, turn.at, settings);
  if (absence === null) return null;
  const question = await previewAbsence(stores, handoffContext(turn), { actor: turn.person, absence });
  return outcomeOf(turn, { replies: [question], decision: 'ask' });
}

/** The press that stores it, or the one that ends it. */
export async function pressOnAbsence(turn: Turn, stores: Stores, press: Press): Promise<Outcome> {
  const { technicians, settings } = turn.loaded.desk;
  const known = technicians.get(turn.person.upn);
  if (!known) return alreadyHandled(turn);
  if (press.verb === 'back-at-work')
    return (await backAtWork(turn, stores, 'pressed')) ?? alreadyHandled(turn);
  const absence = readAbsence(press.value, turn.at, settings);
  const isKept = known.absences.some(({ from, to }) => from === absence?.from && to === absence.to);
  if (absence === null || isKept) return alreadyHandled(turn);
  const kept = await keepAbsence(stores, handoffContext(turn), { actor: turn.person, absence }).catch(
    (error: unknown) => {
      // Removed from the desk a moment ago: nothing was written yet.
      if (error instanceof NotFound) return null;
      throw error;
    },
  );
  if (kept === null) return cannotKeep(turn);
  return outcomeOf(turn, {
    pressAnswer: kept.reply,
    decision: null,
    caseEffect: 'updated',
    deliveryIds: kept.deliveryIds,
  });
}

function cannotKeep(turn: Turn): Outcome {
  const problem = { kind: 'problem', reason: 'failed', reference: turn.newId().slice(0, 8) } as const;
  return outcomeOf(turn, { replies: [problem], decision: null });
}

async function backAtWork(turn: Turn, stores: Stores, how: 'said' | 'pressed'): Promise<Outcome | null> {
  const wasAway = await endAbsenceNow(stores, handoffContext(turn), turn.person);
  if (!wasAway && how === 'said') return null;
  const reply = { kind: 'back-at-work', wasAway } as const;
  return how === 'said'
    ? outcomeOf(turn, { replies: [reply] })
    : outcomeOf(turn, { pressAnswer: reply, decision: null });
}
