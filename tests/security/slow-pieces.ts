/** A tail that fits nothing makes a pattern that nearly matched begin anew. */
const tails = [''];
/** What opens something that then never ends. */
const openings = ['', '# ', '1. ', '[', '<a', 'x@'];
/** Of the longest text: what takes a square of this share, and is fast there, is fast enough for the whole. */
const share = 16;

type Bounds = { readonly longest: number; readonly pieces: readonly string[]; readonly most: number };

/** The pieces which, repeated to the longest text that there is, take more than `most` milliseconds of CPU. */
export function slowPieces(read: (text: string) => unknown, { longest, pieces, most }: Bounds): string[] {
  const frames = [
    ...tails.map((tail) => ['', tail] as const),
    ...openings.map((opening) => [opening, '\u0001!'] as const),
  ];
  return pieces.flatMap((piece) =>
    frames.flatMap(([opening, tail]) => {
      const textOf = (length: number) =>
        opening + piece.repeat(Math.max(1, Math.floor(length / piece.length))) + tail;
      if (cpuOf(() => read(textOf(longest / share))) < most / share ** 2) return [];
      const took = cpuOf(() => read(textOf(longest)));
      return took > most
        ? [`${JSON.stringify(opening + piece + tail)} over and over: ${Math.round(took)} ms`]
        : [];
    }),
  );
}

function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
