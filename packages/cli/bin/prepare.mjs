// Installs, generates and builds what is missing or out of date, and starts nothing. With "packages" the apps are not built.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

bootstrap();
if (process.argv[2] !== 'packages') build();
