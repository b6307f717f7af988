#!/usr/bin/env node
import { register } from 'tsx/esm/api';

const benches = ['page', 'asof', 'publish'];
const name = process.argv[2] ?? '';
if (!benches.includes(name)) {
  process.stderr.write(`Usage: pnpm bench ${benches.join(' | ')}\n`);
  process.exit(1);
}
register();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const { run } = await import(`../src/${name}.ts`);
await run();
