import { afterAll, beforeAll } from 'vitest';
import { startProduct, type Product } from './product';

/** A whole product of a test file's own, of the same builds: database, site, desk and worker. Ends with the file. */
export function ownProduct(settings: Record<string, string>): () => Product {
  let running: Awaited<ReturnType<typeof startProduct>> | undefined;
  beforeAll(async () => {
    running = await startProduct(settings);
  });
  afterAll(() => running?.stop());
  return () => {
    if (running === undefined) throw new Error('The product is not there before the tests have begun.');
    return running.product;
  };
}
