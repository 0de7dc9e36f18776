export type LineReader = {
  take(piece: string): void;
  /** What is left without a line's end. */
  end(): void;
};

/** Whole lines out of the pieces in which a stream brings them. What `onLine` throws goes to whoever gave the piece. */
export function createLineReader(onLine: (line: string) => void): LineReader {
  let rest = '';
  const say = (line: string) => {
    if (line.trim() !== '') onLine(line.trim());
  };
  return {
    take(piece) {
      const lines = `${rest}${piece}`.split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) say(line);
    },
    end() {
      say(rest);
      rest = '';
    },
  };
}
