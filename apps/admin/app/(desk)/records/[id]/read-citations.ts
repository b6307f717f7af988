import { citations, type Citation } from '@rapporteur/domain/content/citation';

/** The citations of a revision; none where they were saved in a form that is no longer known. */
export function readCitations(saved: unknown): Citation[] {
  const parsed = citations.safeParse(saved);
  return parsed.success ? parsed.data : [];
}
