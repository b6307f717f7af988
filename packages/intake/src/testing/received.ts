import type { Received } from '../document';

/** Bytes as they come in, with nothing claimed of them unless said. */
export const received = (bytes: Uint8Array | string, hints: Partial<Received> = {}): Received => ({
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  mediaType: null,
  fileName: null,
  address: null,
  ...hints,
});
