// `pnpm rapporteur …`: the command line, once everything it needs is there.
import { bootstrap } from './bootstrap.mjs';

bootstrap();
const { tsImport } = await import('tsx/esm/api');
await tsImport('../src/main.ts', import.meta.url);
