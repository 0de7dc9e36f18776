import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Reason, TicketType, Triage } from '#bot/triage/triage-result.ts';

/** What `vaktis triage --json` prints for one message: the exchange format's contract, nothing more. */
export type TriageOutput = {
  readonly language: string | null;
  readonly reply_language: string;
  readonly type: TicketType;
  readonly site: {
    readonly id: string | null;
    readonly source: 'mention' | 'given' | 'home' | 'none';
    readonly confidence: number;
  };
  readonly category: { readonly id: string | null; readonly confidence: number };
  readonly priority: {
    readonly impact: string;
    readonly urgency: string;
    readonly level: string;
    readonly hazard: boolean;
  };
  readonly decision: Triage['decision'];
  /** `score`: how often a note that is found so is right; 0.8 is right about eight times in ten. */
  readonly notes: readonly { readonly id: string; readonly score: number }[];
  readonly responsible: {
    readonly kind: 'technician' | 'contractor';
    readonly id: string;
    readonly reason: string;
  } | null;
  readonly reply: string;
  readonly more: readonly TriageOutput[];
};

/** Words for reasons and replies, which live above this floor. */
export type OutputWords = {
  readonly sayReasons: (reasons: readonly Reason[], loaded: LoadedDesk) => string;
  readonly sayReply: (triage: Triage, loaded: LoadedDesk) => string;
};

export function toOutput(triage: Triage, loaded: LoadedDesk, words: OutputWords): TriageOutput {
  const { id, source, confidence } = triage.site;
  const { responsible } = triage;
  return {
    language: triage.language,
    reply_language: triage.replyLanguage,
    type: triage.type,
    site: { id, source, confidence },
    category: triage.category,
    priority: triage.priority,
    decision: triage.decision,
    notes: triage.notes.map(({ note, score, probability }) => ({
      id: note.id,
      score: round(probability ?? score),
    })),
    responsible: responsible && {
      kind: responsible.kind,
      id: responsible.id,
      reason: words.sayReasons(responsible.reasons, loaded),
    },
    reply: words.sayReply(triage, loaded),
    more: triage.more.map((further) => toOutput(further, loaded, words)),
  };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
