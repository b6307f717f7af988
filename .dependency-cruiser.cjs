// The import law: domain ← db ← core ← api ← apps. Checked by .ci/check-imports.mjs; its test plants a violation per rule.
// Packages that come with their own issue (extraction, intake) are named already.

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    path: '^(packages|apps)/',
    pathNot: allowed.some((path) => path.includes('$1')) ? allowed : [from, ...allowed],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-is-pure', '^packages/domain/', [], 'The domain is what the record is; it knows no other package.'),
    {
      name: 'domain-runs-in-a-browser',
      comment: 'The domain runs in a browser: four small libraries, and nothing of Node.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '[.]test[.]ts$' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: ['^packages/', '(^|/)node_modules/(zod|canonicalize|temporal-polyfill|uuid)/'],
      },
    },
    only('db-sees-domain', '^packages/db/', ['^packages/domain/'], 'The door to PostgreSQL knows the domain only.'),
    only('core-sees-db', '^packages/core/', ['^packages/(domain|db)/'], 'The core knows the database and the domain.'),
    only('api-sees-core', '^packages/api/', ['^packages/(domain|db|core)/'], 'Transport stands on the core.'),
    only(
      'leaves-see-domain',
      '^packages/(ui|extraction)/',
      ['^packages/domain/', '^packages/$1/'],
      'Components take views and extraction takes text: neither knows where they come from.',
    ),
    only('intake-sees-domain', '^packages/intake/', ['^packages/domain/'], 'Untrusted bytes meet no database.'),
    only(
      'web-reads-only',
      '^apps/web/',
      ['^packages/(domain|ui)/', '^packages/api/src/public/'],
      'The public site reads through the public router; it has no way to a draft.',
    ),
    only(
      'mcp-reads-only',
      '^packages/mcp/src/(?!testing/|.*[.]test[.]ts$)',
      ['^packages/mcp/', '^packages/domain/', '^packages/api/src/public/'],
      'Assistants read through the public router, like the site; they have no way to a draft.',
    ),
    only(
      'client-sees-the-public-router',
      '^packages/client/src/(?!testing/|.*[.]test[.]ts$)',
      ['^packages/client/', '^packages/api/src/public/'],
      'The client is for everybody: it knows what anybody may ask.',
    ),
    {
      name: 'client-carries-no-server',
      comment: 'Of anything but itself the client takes types only, and so needs nothing to be installed beside it.',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: '/testing/|[.]test[.]ts$' },
      to: { pathNot: '^packages/client/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'admin-by-the-api',
      '^apps/admin/',
      ['^packages/(domain|ui|api)/'],
      'The desk writes through the admin router.',
    ),
    {
      name: 'nobody-sees-apps',
      comment: 'Apps, the command line, the benchmarks and the browser tests are ends, not parts.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(apps/|packages/(cli|bench|browser-tests)/)', pathNot: '^$1/$2/' },
    },
    {
      name: 'no-circles',
      comment: 'A knot has no first part to read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'What does not resolve escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)[.]next/|^packages/db/src/generated/.*/|next-env[.]d[.]ts$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json', '.css'],
    },
  },
};
