import { parse } from 'csv-parse/sync';
import { isDay } from '#bot/desk/local-time.ts';
import { blankContent } from '../contract/blank-content.ts';
import { decodeText } from './decode-text.ts';
import type { LeftPart, ReadingDesk, ReadNote, ReadUpload } from './imported.ts';
import { partsOf } from './note-parts.ts';
import { type Column, columnOf } from './table-columns.ts';
import { UploadRefused } from './upload-refused.ts';

const longestCell = 40_000;

/** A table with a header: one note a row. @throws UploadRefused */
export function readTable(bytes: Uint8Array, desk: ReadingDesk): ReadUpload {
  const [header = [], ...rows] = parseRows(decodeText(bytes));
  const columns = header.map((name) => ({ name, is: columnOf(name) }));
  if (!columns.some(({ is }) => is === 'title' || is === 'symptoms')) throw new UploadRefused('not-table');
  const unknown = columns.filter(({ name, is }) => is === null && name !== '');
  const read = rows.map((cells, index) => readRow(cells, columns, index + 2, desk));
  return {
    notes: read.flatMap(({ notes }) => notes),
    left: [
      ...unknown.map(({ name }): LeftPart => ({ what: name, why: 'unknown-column' })),
      ...read.flatMap(({ left }) => left),
    ],
  };
}

function parseRows(text: string): string[][] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ',';
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows.filter((row) => row.some((cell) => cell !== ''));
  } catch (error) {
    throw new UploadRefused('not-table', error);
  }
}

type NamedColumn = { readonly name: string; readonly is: Column | null };
type Row = (column: Column) => string;

function readRow(
  cells: readonly string[],
  columns: readonly NamedColumn[],
  number: number,
  desk: ReadingDesk,
): ReadUpload {
  const cell: Row = (wanted) =>
    columns.flatMap(({ is }, index) => (is === wanted && cells[index] ? [cells[index]] : [])).join('\n');
  const title = (cell('title') || cell('symptoms').split('\n')[0] || '').slice(0, 200);
  if (title === '') return { notes: [], left: [{ what: String(number), why: 'no-title' }] };
  const named = splitList(cell('site'));
  const sites = named.map((name) => desk.siteNamed(name) ?? name);
  const unknown = named.filter((name) => desk.siteNamed(name) === null);
  const known = sites.filter((id) => desk.siteNamed(id) !== null);
  const note: ReadNote = {
    folder: known[0] ?? (named.length === 0 ? null : '_shared'),
    content: contentOf(title, cell, { bodies: bodiesOf(cells, columns), sites: known }, desk),
  };
  return { notes: [note], left: unknown.map((what) => ({ what, why: 'unknown-site' })) };
}

function contentOf(
  title: string,
  cell: Row,
  { bodies, sites }: { bodies: string; sites: string[] },
  desk: ReadingDesk,
): ReadNote['content'] {
  const parts = partsOf(bodies.slice(0, longestCell), desk.stepsTitle);
  const steps = stepsOf(cell('steps'));
  const symptoms = [...splitList(cell('symptoms'), /[;\n]/), ...parts.symptoms].slice(0, 200);
  const reviewBy = cell('reviewBy');
  return blankContent({
    title,
    category: desk.categoryNamed(cell('category')) ?? desk.categoryOf(`${title}. ${symptoms.join('. ')}`),
    sites,
    audience: /^(?:technician|tekniker|it)/i.test(cell('audience')) ? 'technician' : 'staff',
    symptoms: symptoms.map((symptom) => symptom.slice(0, 300)),
    asset: cell('asset').slice(0, 300) || null,
    warning: cell('warning').slice(0, 600) || null,
    owner: /^\S+@\S+$/.test(cell('owner')) ? cell('owner').toLowerCase() : null,
    reviewBy: isDay(reviewBy) ? reviewBy : null,
    intro: parts.intro,
    stepsTitle: steps.length > 0 ? (parts.stepsTitle ?? desk.stepsTitle) : parts.stepsTitle,
    steps: steps.length > 0 ? steps : parts.steps,
    outro: steps.length > 0 ? [...parts.steps, parts.outro].join('\n').trim() : parts.outro,
  });
}

/** The first text as it is, each further one under its column's name. */
function bodiesOf(cells: readonly string[], columns: readonly NamedColumn[]): string {
  const bodies = columns.flatMap(({ name, is }, index) =>
    is === 'body' && cells[index] ? [{ name, text: cells[index] }] : [],
  );
  return bodies.map(({ name, text }, index) => (index === 0 ? text : `## ${name}\n\n${text}`)).join('\n\n');
}

function stepsOf(cell: string): string[] {
  return splitList(cell, cell.includes('\n') ? /\n/ : /;/)
    .map((step) => step.replace(/^(?:\d+[.)]|[-*•])\s*/, '').slice(0, 4_000))
    .slice(0, 60);
}

function splitList(cell: string, at: RegExp = /[;,\n]/): string[] {
  return cell
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
