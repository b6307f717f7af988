// Installs, generates and builds what is missing or out of date, and starts nothing.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

bootstrap();
build();
