import type { CitationView, RecordView } from '@rapporteur/domain/views';
import { marksFor } from '../evidence-mark';

/** The passage that says best what a record is about, where only one has room; null where it cites none. */
export function passageShown(record: RecordView): CitationView | null {
  const { citations } = record;
  for (const field of tellingFields(record)) {
    const [first] = marksFor(citations, field);
    if (first !== undefined) return first;
  }
  return citations[0] ?? null;
}

/** What is left out says most of a programme, and what was said of a statement. */
function tellingFields(record: RecordView): string[] {
  switch (record.kind) {
    case 'programme':
      return [
        ...record.content.provisions.flatMap(({ scope }, index) =>
          scope === 'excluded' ? [`/provisions/${index}/scope`] : [],
        ),
        '/summary',
      ];
    case 'statement':
      return ['/text', '/claims'];
    default:
      return [];
  }
}
