import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, LineOf } from './fault.ts';
import { formFaults } from './messages.ts';

export type Yaml = {
  /** Undefined when the text is not valid YAML. */
  readonly value: unknown;
  readonly lineOf: LineOf;
  readonly faults: readonly Fault[];
};

/** `firstLine` is the line of the file on which the text begins. */
export function parseYaml(text: string, place: { file: string; firstLine: number }): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAtOffset = (offset: number) => lines.linePos(offset).line + place.firstLine - 1;
  const faults = document.errors.map(
    (error): Fault => ({
      ...formFaults.yaml(firstSentence(error.message)),
      file: place.file,
      line: lineAtOffset(error.pos[0]),
    }),
  );
  if (faults.length > 0) return { value: undefined, lineOf: () => null, faults };
  keepNumbersAsWritten(document);
  try {
    return { value: document.toJS(), lineOf: lineFinder(document, lineAtOffset), faults };
  } catch (error) {
    // Too many aliases, or one without an anchor: the parser says so only now.
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return {
      value: undefined,
      lineOf: () => null,
      faults: [{ ...formFaults.yaml(why), file: place.file, line: null }],
    };
  }
}

/** A telephone number or a code such as 0045 is no number: what would not come back the same stays text. */
function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      const written = node.source;
      const isNumber = typeof node.value === 'number' || typeof node.value === 'bigint';
      if (isNumber && written !== undefined && String(node.value) !== written) node.value = written;
    },
  });
}

function lineFinder(document: Document, lineAtOffset: (offset: number) => number): LineOf {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== null) return lineAtOffset(offset);
    }
    return lineAtOffset(0);
  };
}

/** Where the key (or the list item) begins: a value may stand on a later line. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (parent !== null && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
    for (const item of parent.items) {
      if (!isPair(item)) continue;
      if (isScalar(item.key) && String(item.key.value) === String(last)) return item.key.range?.[0] ?? null;
    }
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return hasRange(node) ? node.range[0] : null;
}

function isPair(item: unknown): item is { key: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');
}
