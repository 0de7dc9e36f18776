/** What storage tells: data with ids first, then a sentence. Pino's logger fits. */
export type StorageLog = {
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  error(data: object, sentence: string): void;
};
