// Checks the import law (.dependency-cruiser.cjs) over packages/ and apps/.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/**
 * Reads every import of a checkout and holds it against the law. Returns the modules read and the violations, one
 * line each. A package of which no module was read counts as one: with a compiler it cannot use,
 * dependency-cruiser reads nothing and reports success.
 */
export async function checkImports(checkout) {
  const root = path.resolve(checkout);
  const folders = ['packages', 'apps'].filter((folder) => existsSync(path.join(root, folder)));
  const { output } = await cruise(folders, {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  const read = output.modules.map((module) => module.source).filter((source) => /^(packages|apps)\//.test(source));
  const violations = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  for (const folder of folders) {
    for (const { name } of readdirSync(path.join(root, folder), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )) {
      const home = `${folder}/${name}/`;
      const typescript = (source) => source.startsWith(home) && /[.]tsx?$/.test(source);
      if (!read.some(typescript)) violations.push(`every-package-is-read: ${home} holds no module that could be read`);
    }
  }
  return { modules: read.length, violations };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkImports(fileURLToPath(new URL('..', import.meta.url)));
  for (const violation of violations) console.error(violation);
  if (modules <= 30) console.error(`Only ${modules} modules were read.`);
  console.log(`Import law: ${modules} modules read, ${violations.length} violations.`);
  process.exitCode = violations.length > 0 || modules <= 30 ? 1 : 0;
}
