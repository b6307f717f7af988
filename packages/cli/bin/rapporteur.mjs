// `pnpm rapporteur …`: the command line, once everything it needs is there.
import { pathToFileURL } from 'node:url';
import { bootstrap, compile, compiled } from './bootstrap.mjs';

bootstrap();
compile();
// What needs no database does not wait for its packages either.
const program = process.argv[2] === 'extract' ? 'extract' : 'main';
await import(pathToFileURL(compiled(program)).href);
