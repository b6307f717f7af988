import { Ajv, type ValidateFunction } from 'ajv';

// The answers of the Reconciliation Service API 0.2, by its text (§4 to §7), as JSON Schema.

const id = { type: 'string', minLength: 1 };
const name = { type: 'string', minLength: 1 };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: 'array', items });
const byName = (values: object) => ({ type: 'object', additionalProperties: values });

const named = closed({ id, name }, ['id', 'name']);
const withId = { type: 'string', pattern: '^https?://.*\\{\\{id\\}\\}' };
const at = closed(
  { service_url: { type: 'string', pattern: '^https?://[^/]+$' }, service_path: { type: 'string', pattern: '^/' } },
  ['service_url', 'service_path'],
);

const manifest = closed(
  {
    versions: { type: 'array', items: { type: 'string' }, contains: { const: '0.2' } },
    name,
    identifierSpace: { type: 'string', format: 'uri' },
    schemaSpace: { type: 'string', format: 'uri' },
    view: closed({ url: withId }, ['url']),
    defaultTypes: { ...listOf(named), uniqueItems: true },
    batchSize: { type: 'integer', minimum: 1 },
    preview: closed({ url: withId, width: { type: 'integer' }, height: { type: 'integer' } }, [
      'url',
      'width',
      'height',
    ]),
    suggest: closed({ entity: at, type: at, property: at }, []),
    extend: closed({ propose_properties: at, property_settings: { type: 'array' } }, []),
  },
  ['versions', 'name', 'identifierSpace', 'schemaSpace'],
);

const feature = closed({ id, value: { type: ['boolean', 'number'] } }, ['id', 'value']);
const candidate = closed(
  {
    id,
    name,
    description: { type: 'string' },
    type: listOf(named),
    score: { type: 'number', minimum: 0, maximum: 100 },
    match: { type: 'boolean' },
    features: listOf(feature),
  },
  ['id', 'name', 'score'],
);

const suggestion = closed({ id, name, description: { type: 'string' }, notable: listOf(named) }, ['id', 'name']);
const value = { oneOf: [named, closed({ str: { type: 'string' } }, ['str']), closed({}, [])] };

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { uri: (text: string) => URL.canParse(text) },
});

/** What each answer has to be. */
export const shapes = {
  manifest: ajv.compile(manifest),
  results: ajv.compile(byName(closed({ result: listOf(candidate) }, ['result']))),
  suggestions: ajv.compile(closed({ result: listOf(suggestion) }, ['result'])),
  names: ajv.compile(closed({ result: listOf(named) }, ['result'])),
  extension: ajv.compile(
    closed({ meta: listOf(closed({ id, name, type: named }, ['id', 'name'])), rows: byName(byName(listOf(value))) }, [
      'meta',
      'rows',
    ]),
  ),
  proposal: ajv.compile(
    closed({ type: { type: 'string' }, limit: { type: 'integer' }, properties: listOf(named) }, ['properties']),
  ),
};

/** What the specification calls its schema of such an answer; null where it has none. */
export function publishedNameOf(shape: ValidateFunction, below: string): string | null {
  if (shape === shapes.manifest) return 'manifest';
  if (shape === shapes.results) return 'reconciliation-result-batch';
  if (shape === shapes.suggestions) return 'suggest-entities-response';
  if (shape === shapes.extension) return 'data-extension-response';
  if (shape !== shapes.names) return null;
  return below.endsWith('/type') ? 'suggest-types-response' : 'suggest-properties-response';
}

/** A candidate as answers hold it. */
export interface Candidate {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: { id: string }[];
}
