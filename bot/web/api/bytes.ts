/** A body that is not JSON, for definitions of routes. */
export type BytesSchema = {
  readonly kind: 'bytes';
  /** Media types that are taken or given. */
  readonly types: readonly string[];
  /** Most bytes that are taken. */
  readonly largest: number;
};

/** What such a body holds. `type` as the sender says, or as it is to be sent. */
export type Bytes = {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Offered as a download of that name. */
  readonly fileName?: string;
};

/** 20 MB unless said otherwise. */
export function bytesOf(types: readonly string[], largest = 20 * 1024 * 1024): BytesSchema {
  return { kind: 'bytes', types, largest };
}

export function isBytes(schema: unknown): schema is BytesSchema {
  return typeof schema === 'object' && schema !== null && 'kind' in schema && schema.kind === 'bytes';
}
