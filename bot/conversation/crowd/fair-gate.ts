/** Gives the place back; a second call does nothing. */
export type Leave = () => void;

export type Entry = {
  /** Whoever shares a line shares turns: of each line one is let in, then the next line's. */
  readonly line: string;
  /** Goes before those that are not: a press, which Teams wants answered within seconds. */
  readonly urgent: boolean;
  /** Milliseconds; then it is let go without a place. Null: it waits for as long as it takes. */
  readonly patience: number | null;
};

export type FairGate = {
  /** A place inside, in turn; null when patience ran out first. */
  enter(entry: Entry): Promise<Leave | null>;
  /** How many wait, and for how many milliseconds the one that came first has; 0: nobody waits. */
  figures(): { readonly inside: number; readonly waiting: number; readonly oldest: number };
};

type Waiting = {
  readonly line: string;
  readonly since: number;
  readonly letIn: (leave: Leave | null) => void;
};

/**
 * Lets so many in at once, line by line in turn, so that whoever says much waits for its own. `elapsed`: milliseconds on a
 * clock that never jumps.
 */
export function createFairGate({ atOnce, elapsed }: { atOnce: number; elapsed: () => number }): FairGate {
  let inside = 0;
  const urgent: Waiting[] = [];
  // In the order of their turns; no empty one.
  const lines = new Map<string, Waiting[]>();
  // In the order in which they came.
  const everybody = new Set<Waiting>();

  const place = (): Leave => {
    inside += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      inside -= 1;
      next();
    };
  };
  const next = (): void => {
    const one = inside < atOnce ? (urgent.shift() ?? firstInTurn(lines)) : undefined;
    if (one === undefined) return;
    everybody.delete(one);
    one.letIn(place());
  };
  const wait = ({ line, urgent: goesFirst, patience }: Entry): Promise<Leave | null> => {
    const { promise, resolve } = Promise.withResolvers<Leave | null>();
    const timer = patience === null ? undefined : setTimeout(() => goAway(), patience);
    const one: Waiting = {
      line,
      since: elapsed(),
      letIn(leave) {
        clearTimeout(timer);
        resolve(leave);
      },
    };
    const goAway = () => {
      everybody.delete(one);
      remove(lines, urgent, one);
      one.letIn(null);
    };
    everybody.add(one);
    if (goesFirst) urgent.push(one);
    else queueUp(lines, one);
    return promise;
  };
  return {
    enter: async (entry) => (inside < atOnce && everybody.size === 0 ? place() : wait(entry)),
    figures() {
      const [first] = everybody;
      return { inside, waiting: everybody.size, oldest: first === undefined ? 0 : elapsed() - first.since };
    },
  };
}

function queueUp(lines: Map<string, Waiting[]>, one: Waiting): void {
  const own = lines.get(one.line);
  if (own) own.push(one);
  else lines.set(one.line, [one]);
}

/** The first of the line whose turn it is; the line then stands last. */
function firstInTurn(lines: Map<string, Waiting[]>): Waiting | undefined {
  for (const [line, own] of lines) {
    const one = own.shift();
    lines.delete(line);
    if (own.length > 0) lines.set(line, own);
    return one;
  }
  return undefined;
}

function remove(lines: Map<string, Waiting[]>, urgent: Waiting[], one: Waiting): void {
  const own = lines.get(one.line);
  for (const list of [own, urgent]) {
    const at = list?.indexOf(one) ?? -1;
    if (at >= 0) list?.splice(at, 1);
  }
  if (own?.length === 0) lines.delete(one.line);
}
