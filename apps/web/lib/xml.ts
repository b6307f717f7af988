/** Markup that is written already, told from text, which is not. */
export class Xml {
  constructor(readonly text: string) {}
}

type Child = string | Xml | null;

// What is no character of XML 1.0 (§2.2), and halves of pairs, which are none of Unicode.
const foreign =
  // oxlint-disable-next-line no-control-regex -- the controls are the subject here
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string, special: RegExp): string =>
  text
    .replaceAll(foreign, '\ufffd')
    .replaceAll(special, (sign) => references[sign] ?? `&#${sign.codePointAt(0) ?? 0};`);

/**
 * An element. Text among its children is escaped, whatever it holds: what XML cannot say becomes U+FFFD, so that one title
 * never breaks a document. `null` attributes and children are left out.
 */
export function xml(name: string, attributes: Record<string, string | null>, ...children: Child[]): Xml {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    // A parser turns white space of attributes into blanks unless it is referred to (XML 1.0 §3.3.3).
    .map(([key, value]) => ` ${key}="${escaped(value, /[&<>"\t\n\r]/g)}"`)
    .join('');
  const inside = children
    .filter((child) => child !== null)
    .map((child) => (child instanceof Xml ? child.text : escaped(child, /[&<>\r]/g)))
    .join('');
  return new Xml(inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`);
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`;
