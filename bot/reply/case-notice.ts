/** A file that can be opened by its id for the time being. */
export type CaseFile = { readonly name: string; readonly id: string };

/** What happened to a case, told to its requester and to those who joined it. */
export type CaseNotice =
  /** `at`: when they mean to be there, where a visit is needed and can be foreseen. */
  | { readonly event: 'accepted'; readonly at?: string }
  /** A dispatcher said what is the matter. */
  | { readonly event: 'announced'; readonly text: string }
  /** What was taken for a known incident is a case of its own now. */
  | { readonly event: 'split-off' }
  /** Nobody has responded in the time that the desk promises; the dispatchers know. */
  | { readonly event: 'overdue' }
  /** It will be later than was said, which was noticed before that time. */
  | { readonly event: 'slipping'; readonly at: string }
  /** The time that was said has passed, and nobody is there. `at`: what is foreseen now. */
  | { readonly event: 'late'; readonly at: string | null }
  | { readonly event: 'promised'; readonly at: string }
  | { readonly event: 'on-site' }
  /** Another one has it now; `reason` is why: declined, silent, undeliverable, passed on. */
  | {
      readonly event: 'reassigned';
      readonly reason:
        | 'declined'
        | 'not-acknowledged'
        | 'undeliverable'
        | 'passed-on'
        | 'absent'
        /** The contractor sent it back: it is ours. */
        | 'returned';
    }
  /** Whoever has it is away until then, and it waits for them. */
  | { readonly event: 'delayed'; readonly at: string }
  | { readonly event: 'sent-to-contractor'; readonly reference: string | null }
  | { readonly event: 'contractor-unreachable' }
  /** Their system is away: the case, or what was said later, stays here until it is back. */
  | {
      readonly event: 'contractor-waiting';
      readonly name: string;
      readonly phone: string | null;
      readonly what: 'case' | 'words';
    }
  /** Somebody there has begun. */
  | { readonly event: 'contractor-working' }
  | { readonly event: 'on-hold'; readonly reason: string }
  | { readonly event: 'asked'; readonly text: string }
  /** `doubt`: a contractor's words that sound like "not ours", at which a dispatcher looks. */
  | {
      readonly event: 'message';
      readonly text: string;
      readonly files?: readonly CaseFile[];
      readonly doubt?: boolean;
    }
  | { readonly event: 'resolved'; readonly resolution: string | null }
  | { readonly event: 'closed' }
  | { readonly event: 'cancelled' };
