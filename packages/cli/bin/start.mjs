// `npm start`: installs, generates and builds what is missing, then runs the whole product until Ctrl-C.
import './end-with-launcher.mjs';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

bootstrap();
build();
const { tsImport } = await import('tsx/esm/api');
const { start } = await tsImport('../src/start/start.ts', import.meta.url);
await start();
