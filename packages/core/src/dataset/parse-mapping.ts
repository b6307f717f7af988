import { isNode, isScalar, isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { parsePointer } from '@rapporteur/domain/json-pointer';
import { unstorable } from '@rapporteur/domain/storable';
import { mapping as schema, type Mapping } from './mapping';
import { faultsOf } from './names';

/** The longest mapping, in UTF-16 units. */
const longest = 500_000;

/**
 * Reads a mapping. Refuses with `invalid_input` and each fault at its line and column. Anchors and aliases of YAML are
 * refused, because a few lines of them can stand for more than fits into memory.
 */
export function parseMapping(text: string): Mapping {
  if (text.length > longest)
    throw new RapporteurError(
      'limit_exceeded',
      `The mapping is longer than ${longest.toLocaleString('en')} characters.`,
    );
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  if (document.errors.length > 0)
    throw refusal(document.errors.map(({ pos, message }) => ({ path: at(pos[0]), message })));
  const value = jsonOf(document);
  const lost = unstorable(value);
  if (lost) throw refusal([{ path: lost.path, message: lost.message }]);
  const placed = ({ path, message }: FieldIssue): FieldIssue => {
    const offset = offsetOf(document, parsePointer(path));
    return { path: `${offset === null ? '' : `${at(offset)} `}${path}`.trim(), message };
  };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const { issues } = fromZod(parsed.error, '');
    throw refusal(
      issues.map((issue) =>
        placed({
          ...issue,
          message: issue.message.replace('is not a field of this record', 'is not a word of a mapping'),
        }),
      ),
    );
  }
  const faults = faultsOf(parsed.data);
  if (faults.length > 0) throw refusal(faults.map(placed));
  return parsed.data;
}

const refusal = (issues: FieldIssue[]) =>
  new RapporteurError('invalid_input', 'The mapping cannot be used as it is.', issues);

function jsonOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new RapporteurError(
      'invalid_input',
      'The mapping uses anchors and aliases of YAML; write out what they stand for.',
    );
  }
}

/** Where a field stands; where it is missing, what it should be part of. A key that nobody asked for is where it is written. */
function offsetOf(document: Document.Parsed, path: readonly string[]): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = length === 0 ? null : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent)
      ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === last)?.key
      : null;
    const node = key ?? (length === 0 ? document.contents : document.getIn(path.slice(0, length), true));
    if (isNode(node) && node.range) return node.range[0];
  }
  return null;
}
