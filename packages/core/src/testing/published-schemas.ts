import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';

/** Says what a value has that the schema of this name refuses: nothing, where it is as it should be. */
export type CheckPublished = (name: string, value: unknown) => string[];

/**
 * Checks values against JSON Schemas as their authors published them, in a folder: `datapackage/tableschema` is its file
 * `datapackage/tableschema.json`. Takes drafts 3 to 7. What a schema refers to outside of the folder is not checked.
 */
export function publishedSchemas(folder: string): CheckPublished {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const schemas = files.map((file): [string, Json] => [
    file.replace(/\.json$/, '').replaceAll(path.sep, '/'),
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Json,
  ]);
  const ids = new Set(schemas.flatMap(([, schema]) => idOf(schema) ?? []));
  const ajv = new Ajv({ allErrors: true, strict: false, formats });
  for (const [name, schema] of schemas) {
    const { $schema: _, ...plain } = modern(schema, idOf(schema) ?? '', ids) as { [key: string]: Json };
    ajv.addSchema(plain, name);
  }
  return (name, value) => {
    const check = ajv.getSchema(name);
    if (!check) throw new Error(`The folder of schemas has no ${name}.json.`);
    // None of these schemas is answered later.
    void check(value);
    return (check.errors ?? []).map(({ instancePath, message }) => `${name}: ${instancePath || '/'} ${message}`);
  };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const formats = {
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text),
  email: /^[^@\s]+@[^@\s]+$/,
  textarea: true,
} as const;

function idOf(schema: Json): string | null {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return null;
  const id = schema['$id'] ?? schema['id'];
  return typeof id === 'string' ? id.replace(/#$/, '') : null;
}

/** The schema as draft 7 writes it, without what it names outside of the folder. */
function modern(schema: Json, base: string, ids: ReadonlySet<string>): Json {
  if (Array.isArray(schema)) return schema.map((each) => modern(each, base, ids));
  if (typeof schema !== 'object' || schema === null) return schema;
  const named = schema['$ref'];
  if (typeof named === 'string') {
    const target = new URL(named, base || 'urn:none:').href.replace(/#.*$/, '');
    return named.startsWith('#') || ids.has(target) ? { $ref: named.replace(/#$/, '') } : {};
  }
  const made: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(schema)) {
    // Draft 3 says of each property whether it is required; draft 7 says it of the whole.
    if (key === 'required' && typeof value === 'boolean') continue;
    if (key === 'id' && typeof value === 'string') made['$id'] = value.replace(/#$/, '');
    else made[key] = modern(value, base, ids);
  }
  const properties = schema['properties'];
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return made;
  const required = Object.entries(properties).flatMap(([name, each]) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) && each['required'] === true ? [name] : [],
  );
  return required.length === 0 ? made : { ...made, required };
}
