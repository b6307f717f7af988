// `npm start`: installs, generates and builds what is missing, then runs the whole product until Ctrl-C.
import './end-with-launcher.mjs';
import { pathToFileURL } from 'node:url';
import { bootstrap, compiled } from './bootstrap.mjs';
import { build } from './build.mjs';

bootstrap();
build();
const { start } = await import(pathToFileURL(compiled('start')).href);
await start();
