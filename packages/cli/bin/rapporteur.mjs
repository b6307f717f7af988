// `pnpm rapporteur …`: the command line, once everything it needs is there.
import { pathToFileURL } from 'node:url';
import { bootstrap, compile, compiled } from './bootstrap.mjs';

bootstrap();
compile();
await import(pathToFileURL(compiled('main')).href);
