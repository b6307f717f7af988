import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const apps = fileURLToPath(new URL('../../../apps', import.meta.url));

/**
 * Every page and every method of every route handler of an app, read off its folder: `page /records/[id]`,
 * `POST /sign-out`. A route group such as `(desk)` is no part of an address.
 */
export function routesOf(app: 'admin' | 'web', folder = path.join(apps, app, 'app')): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(page|route)[.]tsx?$/.test(entry.name))
    .flatMap(({ parentPath, name }) => {
      const segments = path
        .relative(folder, parentPath)
        .split(path.sep)
        .filter((segment) => !/^[(].*[)]$/.test(segment));
      const address = `/${segments.join('/')}`;
      return methodsOf(path.join(parentPath, name)).map((method) => `${method} ${address}`);
    })
    .toSorted();
}

function methodsOf(file: string): string[] {
  if (path.basename(file).startsWith('page')) return ['page'];
  const exported = readFileSync(file, 'utf8').matchAll(
    /^export (?:const|async function|function|\{[^}]*) ?([A-Z]+)\b/gm,
  );
  const methods = [...exported].map(([, method]) => method ?? '');
  if (methods.length === 0) throw new Error(`${file} exports no method that could be read`);
  return methods;
}

/** The server actions that a built app answers, by id, each with a page that has it. */
export function actionsOf(app: 'admin'): { id: string; page: string }[] {
  const file = path.join(apps, app, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, { workers: object }> };
  return Object.entries(node).map(([id, { workers }]) => {
    const [worker = ''] = Object.keys(workers);
    return {
      id,
      page:
        worker
          .replace(/^app/, '')
          .replace(/\/page$/, '')
          .replaceAll(/\/[(][^)]*[)]/g, '') || '/',
    };
  });
}
