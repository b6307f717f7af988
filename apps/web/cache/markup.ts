const attributes = `(?:[\\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?`;
const token = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(script|style|textarea|title)${attributes}>[\\s\\S]*?(?:</\\1[^>]*>|$)|<([a-z][a-z0-9-]*)${attributes}>`,
  'gi',
);
const attribute = /([^\s"'=<>/]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)|([^\s"'=<>/]+)/g;

/**
 * Replaces start tags of an HTML document. Elements whose content is not markup (script, style, textarea, title) are
 * handed over whole; comments and text are left alone.
 */
export function mapTags(html: string, replace: (tag: string, name: string) => string): string {
  return html.replace(token, (whole, raw: string | undefined, name: string | undefined) => {
    const found = raw ?? name;
    return found === undefined ? whole : replace(whole, found.toLowerCase());
  });
}

/** The attributes of a start tag by lower-case name, values without their quotes and with references undecoded. */
export function readAttributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  mapAttributes(tag, (name, value) => {
    // The first of two equal names counts (HTML, duplicate-attribute).
    if (!found.has(name)) found.set(name, value);
    return undefined;
  });
  return found;
}

/** Replaces attribute values of a start tag; `undefined` keeps one as it is. */
export function mapAttributes(tag: string, replace: (name: string, value: string) => string | undefined): string {
  const start = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0;
  const end = startTagEnd(tag);
  const inside = tag
    .slice(start, end)
    .replace(attribute, (whole, name: string | undefined, equals: string, quoted: string, bare) => {
      const key = (name ?? String(bare)).toLowerCase();
      const value = name === undefined ? '' : quoted.replace(/^(["'])([\s\S]*)\1$/, '$2');
      const replaced = replace(key, value);
      return replaced === undefined || name === undefined ? whole : `${name}${equals}"${replaced}"`;
    });
  return tag.slice(0, start) + inside + tag.slice(end);
}

/** Where the start tag ends in an element that is handed over whole. */
function startTagEnd(element: string): number {
  return /^<(?:[^<>"']|"[^"]*"|'[^']*')*>/.exec(element)?.[0].length ?? element.length;
}
