import { mapTags, readAttributes } from './markup';

/** The site's own scripts: files, which the policy allows by their origin, and without which every page is complete. */
const own = /^\/assets\/[a-z-]+\.js$/;

/**
 * Removes every script from a page but its JSON-LD and the site's own files. The pages hold no client components, so what
 * Next.js sends for them is of no use to a reader: 136 KB of runtime less, and nothing inline that a policy has to allow.
 */
export function stripScripts(html: string): string {
  return mapTags(html, (element, name) => {
    if (name === 'script') {
      const { type, src } = Object.fromEntries(readAttributes(element));
      return type?.toLowerCase() === 'application/ld+json' || (type === 'module' && own.test(src ?? '')) ? element : '';
    }
    if (name !== 'link') return element;
    const attributes = readAttributes(element);
    const rel = attributes.get('rel')?.toLowerCase();
    return rel === 'modulepreload' || (rel === 'preload' && attributes.get('as')?.toLowerCase() === 'script')
      ? ''
      : element;
  });
}

/** Whether React gave up on a part of the page and left it for scripts to finish, which never run here. */
export function isUnfinished(html: string): boolean {
  return html.includes('<!--$!-->') || html.includes('<!--$?-->') || html.includes('<template data-dgst=');
}

/** Whether a page is only the empty shell in which the framework's scripts would show an error. */
export function isErrorShell(html: string): boolean {
  return /<html[^>]* id="__next_error__"/.test(html.slice(0, 500));
}
