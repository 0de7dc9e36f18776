/** To the dispatchers: a contractor's system cannot be reached, or can be again. Instants are ISO 8601. */
export type ContractorLineReply =
  | {
      readonly kind: 'contractor-down';
      readonly name: string;
      readonly phone: string | null;
      readonly since: string;
      /** `sign-in`: they refuse ours; somebody has to renew it. `pace`: they ask us to wait. */
      readonly why: 'system' | 'sign-in' | 'pace';
      /** For the settings: what signs us in is found by it. */
      readonly contractorId: string;
      /** In the order in which they are sent; the first of them. */
      readonly waiting: readonly {
        readonly number: string;
        readonly title: string;
        readonly siteName: string | null;
        readonly urgent: boolean;
      }[];
      /** How many there are in all. */
      readonly count: number;
    }
  | {
      readonly kind: 'contractor-up';
      readonly name: string;
      readonly since: string;
      /** How many waited, and are sent now. */
      readonly count: number;
    };
