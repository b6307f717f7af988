import { mapTags, readAttributes } from './markup';

/**
 * Removes every script from a page but its JSON-LD. The pages hold no client components, so what Next.js sends for them
 * is of no use to a reader: 136 KB of runtime less, and nothing that a content security policy would have to allow.
 */
export function stripScripts(html: string): string {
  return mapTags(html, (element, name) => {
    if (name === 'script') {
      return readAttributes(element).get('type')?.toLowerCase() === 'application/ld+json' ? element : '';
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
