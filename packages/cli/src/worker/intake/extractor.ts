import { extract } from '@rapporteur/extraction/extract';
import type { ExtractionOptions } from '@rapporteur/extraction/extraction';

// A program of its own, so that a long text holds up no job that is due: it is handed one text, answers, and ends.
process.once('message', ({ text, options }: { text: string; options: ExtractionOptions }) => {
  process.send?.(extract(text, options), () => process.exit(0));
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit(0));
