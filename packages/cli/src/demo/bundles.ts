import { readFileSync } from 'node:fs';

/** The bundles of the demonstration, in the order in which they become public. */
export const demonstration: readonly string[] = ['1-dispatch', '2-correction', '3-withdrawal', '4-translation'].map(
  (name) => readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8'),
);

/** How many entries the publication log has once the demonstration is public: one for each line that is not a header. */
export const demonstrationEntries = demonstration.reduce((sum, text) => sum + text.trim().split('\n').length - 1, 0);
