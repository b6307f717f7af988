import { readPreview } from '@rapporteur/core/preview/read';
import type { PreviewView } from '@rapporteur/domain/preview-views';
import { createPublicContext } from './context';

/**
 * What the holder of a preview token sees, read as the public's role; null where the token does not work. It is no
 * procedure: a token in the address of a call would be kept by caches and logs.
 */
export function previewOf(token: string): Promise<PreviewView | null> {
  return createPublicContext({ asOf: null, version: null }).read((published) => readPreview(published, token));
}
