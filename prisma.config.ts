import { defineConfig } from 'prisma/config';

// The CLI would download a native engine that `prisma generate` never runs; any executable satisfies its check.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
