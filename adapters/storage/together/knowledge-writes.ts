import type { KnowledgeStore } from '#bot/handoff/stores.ts';
import { createKnowledgeStore } from '../knowledge-store.ts';
import type { Unit } from './unit.ts';

export function createKnowledgeWrites(unit: Unit): KnowledgeStore {
  const plain = createKnowledgeStore(unit.reading('outcome', 'question'), async () => unit.giveUp());
  return {
    ...plain,
    async keepQuestion({ at, ...question }) {
      unit.add({ write: 'question', ...question, at: at.toISOString() });
    },
    async addOutcome({ at, ...outcome }) {
      unit.add({ write: 'outcome', ...outcome, at: at.toISOString() });
    },
    async suggestSymptom({ at, ...suggestion }) {
      unit.add({ write: 'suggestion', ...suggestion, at: at.toISOString() });
    },
  };
}
