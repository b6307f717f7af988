import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startProduct, type Product } from './product';

/**
 * A whole product of a test file's own, of the same builds: database, site, desk and worker. Ends with the file; where each
 * try of a test is to begin with an untouched one, with the try.
 */
export function ownProduct(settings: Record<string, string>, lasts: 'file' | 'try' = 'file'): () => Product {
  const [before, after] = lasts === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  let running: Awaited<ReturnType<typeof startProduct>> | undefined;
  before(async () => {
    running = await startProduct(settings);
  });
  after(() => running?.stop());
  return () => {
    if (running === undefined) throw new Error('The product is not there before the tests have begun.');
    return running.product;
  };
}
