export type LineReader = {
  take(piece: string): void;
  /** What is left without a line's end. */
  end(): void;
};

/** Null: it goes on thinking. */
function afterThinking(line: string): string | null {
  const end = line.indexOf('</think>');
  return end === -1 ? null : line.slice(end + '</think>'.length);
}

/**
 * Whole lines out of the pieces in which a stream brings them. What some models
 * think aloud first is left out. What `onLine` throws goes to whoever gave the piece.
 */
export function createLineReader(onLine: (line: string) => void): LineReader {
  let rest = '';
  let thinks = false;
  const say = (line: string) => {
    const said = line.replace(/<think>.*?<\/think>/gu, '');
    if (said.includes('<think>')) thinks = true;
    const heard = thinks ? afterThinking(said) : said;
    if (heard === null) return;
    thinks = false;
    if (heard.trim() !== '') onLine(heard.trim());
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
