import type { Fault } from './fault.ts';
import { formFaults } from './messages.ts';

export type CsvCell = { readonly value: string; readonly line: number };
/** Lines are from 1. */
export type CsvRow = { readonly cells: readonly CsvCell[]; readonly line: number };
export type Csv = { readonly rows: readonly CsvRow[]; readonly faults: readonly Fault[] };

/**
 * RFC 4180 with LF line ends (or semicolons between cells, as spreadsheets of some countries write), told apart by a parser of our own because every cell needs its line, also after
 * quoted line breaks. Rows of nothing but empty cells (Excel leaves them) are dropped.
 */
export function parseCsv(text: string, file: string, separator: ',' | ';' = ','): Csv {
  const faults: Fault[] = [];
  const rows: CsvRow[] = [];
  let cells: CsvCell[] = [];
  let line = 1;
  let offset = 0;
  const endRow = () => {
    const first = cells[0];
    if (first && cells.some((cell) => cell.value !== '')) rows.push({ cells, line: first.line });
    cells = [];
  };
  while (offset <= text.length) {
    const read =
      text[offset] === '"' ? readQuoted(text, offset, separator) : readBare(text, offset, separator);
    cells.push({ value: read.value, line });
    if (read.fault) faults.push({ ...read.fault, file, line });
    line += read.lines;
    const after = text[read.end];
    if (after !== separator) {
      endRow();
      line += 1;
      if (after === undefined || read.end + 1 === text.length) break;
    }
    offset = read.end + 1;
  }
  return { rows, faults };
}

type ReadCell = {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
  readonly fault: ReturnType<typeof formFaults.openQuote> | null;
};

function readBare(text: string, start: number, separator: string): ReadCell {
  const end = endOfBare(text, start, separator);
  const value = text.slice(start, end);
  return { value, end, lines: 0, fault: value.includes('"') ? formFaults.strayQuote() : null };
}

function endOfBare(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return end;
}

function readQuoted(text: string, start: number, separator: string): ReadCell {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      return { value: value + text.slice(from), end: text.length, lines: 0, fault: formFaults.openQuote() };
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const end = endOfBare(text, quote + 1, separator);
      const fault = end === quote + 1 ? null : formFaults.strayQuote();
      return { value, end, lines: value.split('\n').length - 1, fault };
    }
    value += '"';
    from = quote + 2;
  }
}

/** Rows as RFC 4180, LF line ends: a cell is quoted only where it must be. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\n`).join('');
}

function formatCell(value: string): string {
  return /["\n\r,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
