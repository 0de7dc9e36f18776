/** What the server reads, and what each is called on the way there. */
const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  zip: 'application/zip',
};

const largest = 20 * 1024 * 1024;

export type FileFault = 'kind' | 'size' | 'empty';

/** For a file field's `accept`. */
export const acceptedFiles = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** The file's type by its name, since a browser does not know them all; or why it cannot be sent. */
export function judgeFile(file: {
  readonly name: string;
  readonly size: number;
}): { type: string } | FileFault {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const type = types[ending];
  if (type === undefined) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > largest ? 'size' : { type };
}
