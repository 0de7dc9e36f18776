/** A picture as it is kept. Its name is a hash of its bytes, so one name never means two pictures. */
export type StoredImage = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type ImageStore = {
  /** A second one of the same name is the same picture, and changes nothing. `byUpn` null: an import. */
  add(image: StoredImage & { readonly at: Date; readonly byUpn: string | null }): Promise<void>;
  get(name: string): Promise<StoredImage | null>;
  /** Which of these are not kept. */
  missing(names: readonly string[]): Promise<string[]>;
  /** The key that links to pictures are signed with: the same for ever, `proposed` when there is none yet. */
  linkKey(proposed: Uint8Array): Promise<Uint8Array>;
};
