import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/.next/**'];
const limits = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // What is waited for comes when it comes: on a busy machine a second is nothing.
  expect: { poll: { timeout: 30_000 } },
  setupFiles: ['packages/core/src/testing/same-seed.ts'],
} as const;

/** Tests that judge their own process, or change what all modules share: each has a process to itself. */
const alone = [
  'packages/api/src/admin/{enumeration,mail}.db.test.ts',
  'packages/cli/src/start/start.test.ts',
  'packages/intake/src/read-document.test.ts',
];
const server = ['packages/db/src/testing/global-setup.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          // Files share a process, so that what they all import is loaded once. So do those of the pages.
          isolate: false,
          name: 'parts',
          include: ['{packages,apps}/**/*.test.{ts,tsx}', '.ci/*.test.ts'],
          exclude: [...exclude, ...alone, '**/*.page.test.ts'],
          globalSetup: server,
        },
      },
      { test: { ...limits, name: 'alone', include: alone, exclude, globalSetup: server } },
      {
        test: {
          ...limits,
          isolate: false,
          name: 'pages',
          include: ['packages/browser-tests/src/**/*.page.test.ts'],
          exclude,
          setupFiles: [...limits.setupFiles, 'packages/browser-tests/src/each-try.ts'],
          globalSetup: ['packages/browser-tests/src/product.ts'],
        },
      },
    ],
  },
});
