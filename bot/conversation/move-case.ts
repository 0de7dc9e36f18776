import type { Case } from '#bot/handoff/case.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { advanceReport } from './advance-report.ts';
import type { Report } from './conversation-state.ts';
import { startReport } from './reports.ts';
import type { Stores } from './stores.ts';
import { callOff } from './talk-about-case.ts';
import { type Outcome, saidNow, type Turn } from './turn.ts';

/** "Förlåt, det är på Ladan": about a case that nobody has taken yet, and another site than it was opened for. */
export function correctsSite(turn: Turn, own: Triage, about: Case): boolean {
  const named = own.site.source === 'mention' && own.site.id !== null && own.site.id !== about.siteId;
  return named && turn.intents.has('correction') && about.assignee === null && own.category.id === null;
}

/** Takes the case back from whoever was asked, and looks at the same matter anew where it really is. */
export async function moveCase(turn: Turn, stores: Stores, own: Triage, about: Case): Promise<Outcome> {
  const withdrawn = await callOff(turn, stores, about);
  const report: Report = {
    ...startReport({
      id: turn.newId(),
      at: turn.at,
      words: about.packet.symptom,
      dialogue: [...about.packet.dialogue, saidNow(turn)],
      attachments: about.packet.attachments,
      masked: turn.masked,
    }),
    siteId: own.site.id,
  };
  const moved = await advanceReport(turn, stores, turn.state, report);
  return {
    ...moved,
    caseEffect: moved.caseEffect === 'none' ? 'updated' : moved.caseEffect,
    deliveryIds: [...withdrawn.deliveryIds, ...moved.deliveryIds],
  };
}
