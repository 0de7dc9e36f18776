/** A picture or file that somebody sent; `size` in bytes, and the `id` that it is opened by, when it is kept. */
export type AttachmentView = {
  readonly name: string;
  readonly size?: number | null;
  readonly id?: string | null;
};
