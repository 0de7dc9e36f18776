import { InvalidInput } from '#bot/errors.ts';

/** Why a file cannot be read at all. Its words: bot/i18n/api-exchange.ts. */
export type UploadFault =
  | 'unknown-type'
  | 'not-word'
  | 'old-word'
  | 'broken-word'
  | 'not-zip'
  | 'not-utf8'
  | 'not-table'
  | 'too-large'
  | 'too-many-files'
  | 'empty';

/** A file of which nothing can be used. */
export class UploadRefused extends InvalidInput {
  readonly fault: UploadFault;

  constructor(fault: UploadFault, cause?: unknown) {
    super(`The file cannot be imported: ${fault}.`, { cause });
    this.fault = fault;
  }
}
