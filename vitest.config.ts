import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/.next/**'];
const limits = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  setupFiles: ['packages/domain/src/testing/same-seed.ts'],
} as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          // Files share a process, so that what they all import is loaded once: a third of the time of most of them.
          isolate: false,
          name: 'parts',
          include: ['{packages,apps}/**/*.test.{ts,tsx}', '.ci/*.test.ts'],
          exclude: [...exclude, '**/*.page.test.ts'],
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
        },
      },
      {
        test: {
          ...limits,
          name: 'pages',
          include: ['packages/browser-tests/src/**/*.page.test.ts'],
          exclude,
          globalSetup: ['packages/browser-tests/src/product.ts'],
        },
      },
    ],
  },
});
