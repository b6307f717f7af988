import { z } from 'zod';
import { instant, sha256 } from './content/text';

export const exportFile = z.object({
  /** Below the address of the export. */
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256,
});
export type ExportFileView = z.infer<typeof exportFile>;

export const exportView = z.object({
  /** The version of the whole record that it is frozen at. */
  version: z.number().int().positive(),
  /** When that was recorded, and when the export was made. */
  recordedAt: instant,
  madeAt: instant,
  recordHash: sha256,
  licence: z.object({ id: z.string(), title: z.string(), address: z.url() }),
  files: z.array(exportFile).max(200),
});
export type ExportView = z.infer<typeof exportView>;

/** What of the public record there is to download: the newest export, and older ones that still may be shown. */
export const exportList = z.object({ items: z.array(exportView).max(10) });
export type ExportList = z.infer<typeof exportList>;
