import { configureGlobal } from 'fast-check';

/**
 * Where property tests start to draw: the same place in every run, so that one commit gives one answer wherever it is
 * tested. `PROPERTY_SEED=random` draws anew, and any number repeats what a run has reported
 * (docs/decisions/011-property-tests-draw-the-same.md).
 */
const asked = process.env['PROPERTY_SEED'] ?? '20231130';
if (asked !== 'random' && !/^-?\d{1,10}$/.test(asked))
  throw new Error(`PROPERTY_SEED is a whole number or "random", not "${asked}".`);
if (asked !== 'random') configureGlobal({ seed: Number(asked) });
