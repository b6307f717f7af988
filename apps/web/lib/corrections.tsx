import { isCorrection } from '@rapporteur/domain/correction';
import type { PublicationView } from '@rapporteur/domain/views';
import type { Corrected } from '@rapporteur/ui/correction';
import { publicApi } from './api';
import { withNames } from './names';

/** Where the record was wrong, among changes, each with what it changed: the latest `told`, because each is one more read. */
export async function correctionsAmong(publications: readonly PublicationView[], told: number): Promise<Corrected[]> {
  const api = await publicApi();
  const corrections = publications.filter(isCorrection);
  return Promise.all(
    corrections.slice(0, told).map(async (publication) => {
      const { action, record, revisionNumber: to } = publication;
      const difference =
        action === 'correct' && to !== null ? await withNames(await api.record.diff({ id: record.id, to })) : null;
      return { publication, difference };
    }),
  );
}
