import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckPublished } from './published-schemas';

interface Resource {
  schema?: object;
  dialect?: object;
}

const readJson = (...names: string[]): unknown => JSON.parse(readFileSync(path.join(...names), 'utf8'));

/**
 * What the published schemas refuse of the export in a folder: its descriptor and each part of it by the profiles of Data
 * Package 2.0 (`datapackage/…`), and its actors and memberships by those of Popolo (`popolo/…`).
 */
export function faultsOfPackage(folder: string, check: CheckPublished): string[] {
  const described = readJson(folder, 'datapackage.json') as { resources: Resource[] };
  const popolo = readJson(folder, 'popolo.json') as Record<'persons' | 'organizations' | 'memberships', unknown[]>;
  return [
    ...check('datapackage/datapackage', described),
    ...described.resources.flatMap((resource) => [
      ...check('datapackage/dataresource', resource),
      ...(resource.schema ? check('datapackage/tableschema', resource.schema) : []),
      ...(resource.dialect ? check('datapackage/tabledialect', resource.dialect) : []),
    ]),
    ...popolo.persons.flatMap((person) => check('popolo/person', person)),
    ...popolo.organizations.flatMap((organization) => check('popolo/organization', organization)),
    ...popolo.memberships.flatMap((membership) => check('popolo/membership', membership)),
  ];
}
