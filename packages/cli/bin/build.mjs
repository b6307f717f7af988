// Builds the site and the desk, or one of them, and compiles the programs, when their sources have changed since the last time.
import path from 'node:path';
import { compile, root, run, step } from './bootstrap.mjs';

const shared = [
  'packages/domain',
  'packages/db/src',
  'packages/core/src',
  'packages/api',
  'packages/ui',
  'prisma/schema',
  'pnpm-lock.yaml',
];

export function build(apps = ['web', 'admin']) {
  for (const app of apps) {
    step(`build-${app}`, `Building apps/${app}`, [...shared, `apps/${app}`], `apps/${app}/.next/BUILD_ID`, () =>
      run(
        process.execPath,
        [
          path.join(root, 'node_modules/turbo/bin/turbo'),
          'run',
          'build',
          `--filter=@rapporteur/${app}`,
          '--output-logs=errors-only',
        ],
        {
          PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
          TURBO_TELEMETRY_DISABLED: '1',
          NEXT_TELEMETRY_DISABLED: '1',
        },
      ),
    );
  }
  compile();
}
