// Installs, generates and builds what is missing or out of date, and starts nothing. With "web" only the site is built, with
// "packages" no app is.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

const apps = { packages: [], web: ['web'], apps: ['web', 'admin'] };

bootstrap();
const wanted = apps[process.argv[2] ?? 'apps'];
if (wanted === undefined) throw new Error(`prepare.mjs takes one of: ${Object.keys(apps).join(', ')}`);
if (wanted.length > 0) build(wanted);
