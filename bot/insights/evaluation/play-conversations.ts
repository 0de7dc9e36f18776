import type { LabelledConversation, LabelledTurn } from './expectation.ts';
import { judge, type Observed, type Verdict } from './judge-request.ts';

/** One thing that a person says or presses, in the chat that they have with the bot. */
export type PlayedTurn = {
  /** Fresh for every turn of the run. */
  readonly turnId: string;
  readonly from: string;
  readonly at: Date;
  readonly say: string | null;
  readonly press: LabelledTurn['press'] | null;
};

/** The spine as the players see it. */
export type Spine = {
  /** Forgets every case and conversation: the next conversation begins on an empty desk. */
  reset(): Promise<void>;
  play(turn: PlayedTurn): Promise<Observed>;
};

/** Plays each conversation through the spine, turn by turn, and judges what every turn came to. */
export async function playConversations(
  conversations: readonly LabelledConversation[],
  spine: Spine,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const conversation of conversations) {
    await spine.reset();
    verdicts.push(...(await playConversation(conversation, spine)));
  }
  return verdicts;
}

async function playConversation(conversation: LabelledConversation, spine: Spine): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let at = new Date(conversation.at);
  for (const [index, turn] of conversation.turns.entries()) {
    if (turn.at !== undefined) at = new Date(turn.at);
    const turnId = `${conversation.id}-${index + 1}`;
    const from = turn.from ?? conversation.from;
    const observed = await spine.play({
      turnId,
      from,
      at,
      say: turn.say ?? null,
      press: turn.press ?? null,
    });
    const text = turn.say ?? `[${turn.press ?? ''}]`;
    verdicts.push({
      id: turnId,
      text,
      destination: null,
      ...judge(conversation.expect[index] ?? {}, observed),
    });
  }
  return verdicts;
}
