/** Why somebody is called out of bed: what stops a whole site, or what may hurt somebody. */
export type AlertLevel = 'critical' | 'hazard';

/** One call by SMS or phone. No person's data but the number, and no secret: it is read on a locked screen. */
export type AlertCall = {
  /** Whom to reach, as the desk has it. */
  readonly phone: string;
  /** Short and whole: the same words for an SMS and a voice. */
  readonly text: string;
  readonly caseNumber: string;
  readonly level: AlertLevel;
  /** The same for every try of the same call: the other side acts on it once. */
  readonly key: string;
  /** When it became due; the same for every try. */
  readonly at: Date;
};

/** A way to reach somebody who does not look at Teams. Implemented by adapters/alert. */
export type Alert = {
  /** @throws OutsideSystemFailed; not retryable when the other side refuses such a call. */
  raise(call: AlertCall): Promise<void>;
};
