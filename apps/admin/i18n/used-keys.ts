import ts from 'typescript';

/** One key, or pattern of keys, that a file reads from the messages. */
export interface Use {
  file: string;
  /** "queue.state.*", for people. */
  text: string;
  pattern: RegExp;
}

const makers = new Set(['text', 'useTranslations']);
const methods = new Set(['rich', 'markup', 'has', 'raw']);

/**
 * The keys a source file uses: calls of a translator that `text('area')` or `useTranslations('area')` made, or that came as
 * a parameter of the type `Text<'area'>`. Throws for a key that cannot be read off the source.
 */
export function usedKeys(file: string, source: string): Use[] {
  const uses: Use[] = [];
  const visit = (node: ts.Node, scope: ReadonlyMap<string, string>): void => {
    const inner = opensScope(node) ? new Map([...scope, ...declared(node)]) : scope;
    if (ts.isCallExpression(node)) {
      const area = areaOfCall(node.expression, inner);
      const [key] = node.arguments;
      if (area !== null && key !== undefined) {
        for (const parts of keysIn(key)) {
          if (parts === null) throw new Error(`${file}: the key of ${node.getText()} cannot be read off the source`);
          uses.push({
            file,
            text: `${area}.${parts.join('*')}`,
            pattern: new RegExp(`^${[`${area}.${parts[0] ?? ''}`, ...parts.slice(1)].map(escape).join('[^.]+')}$`),
          });
        }
      }
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), new Map());
  return uses;
}

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const opensScope = (node: ts.Node) => ts.isSourceFile(node) || ts.isBlock(node) || ts.isFunctionLike(node);

/** The translators that a scope itself declares: name → area. */
function declared(scope: ts.Node): [string, string][] {
  const found: [string, string][] = [];
  const look = (node: ts.Node): void => {
    if (node !== scope && opensScope(node)) return;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const area = areaOf(node.initializer);
      if (area !== null) found.push([node.name.text, area]);
    }
    if (ts.isParameter(node) && ts.isIdentifier(node.name) && node.type !== undefined) {
      const area = /^Text<'(\w+)'>$/.exec(node.type.getText())?.[1];
      if (area !== undefined) found.push([node.name.text, area]);
    }
    ts.forEachChild(node, look);
  };
  look(scope);
  return found;
}

function areaOf(made: ts.Expression): string | null {
  if (!ts.isCallExpression(made) || !ts.isIdentifier(made.expression) || !makers.has(made.expression.text)) return null;
  const [area] = made.arguments;
  return area !== undefined && ts.isStringLiteral(area) ? area.text : null;
}

/** The area of `t(…)`, `t.rich(…)`, or `text('area')(…)`. */
function areaOfCall(callee: ts.Expression, scope: ReadonlyMap<string, string>): string | null {
  if (ts.isIdentifier(callee)) return scope.get(callee.text) ?? null;
  if (ts.isPropertyAccessExpression(callee) && methods.has(callee.name.text))
    return areaOfCall(callee.expression, scope);
  return areaOf(callee);
}

/** The keys an expression may be, each as the literal parts between what only a run can tell. */
function keysIn(key: ts.Expression): (string[] | null)[] {
  if (ts.isStringLiteralLike(key)) return [[key.text]];
  if (ts.isConditionalExpression(key)) return [...keysIn(key.whenTrue), ...keysIn(key.whenFalse)];
  if (ts.isParenthesizedExpression(key)) return keysIn(key.expression);
  if (ts.isTemplateExpression(key)) return [[key.head.text, ...key.templateSpans.map((span) => span.literal.text)]];
  return [null];
}
