import type { Absence } from '#bot/desk/technician.ts';
import type { PartyView } from './reply.ts';

/** What Vaktis says about who works when. Instants are ISO 8601, the end of a period exclusive. */
export type DispatchReply =
  | {
      readonly kind: 'duty';
      readonly siteName: string | null;
      readonly at: string;
      /** True: asked about this very moment. */
      readonly now: boolean;
      /** Nearest to the site first. */
      readonly onDuty: readonly PartyView[];
      readonly onCall: readonly PartyView[];
      /** Who is away then; empty for readers whom that does not concern. Why is nobody's business. */
      readonly away: readonly { readonly name: string; readonly until: string }[];
      readonly next: { readonly name: string; readonly at: string } | null;
    }
  /** To a technician who says that they are away: one press stores it. */
  | {
      readonly kind: 'absence-question';
      readonly absence: Absence;
      readonly from: string;
      readonly to: string;
      /** How many open cases go to colleagues, and how many wait. */
      readonly moves: number;
      readonly waits: number;
    }
  /** Stored, and what became of the open cases. `name` null: to the technician; else to a dispatcher. */
  | {
      readonly kind: 'absence-kept';
      readonly name: string | null;
      readonly from: string;
      readonly to: string;
      readonly reason: string | null;
      readonly moved: readonly { readonly about: string; readonly to: string | null }[];
      readonly waiting: readonly string[];
    }
  | { readonly kind: 'back-at-work'; readonly wasAway: boolean };
