import { languageNamed, original, pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { mapAttributes, mapTags, readAttributes } from './markup';

/** Addresses that are there once, whatever language a reader reads in: files, data, and what is for programs. */
const once =
  /^\/(?:_next|api|assets|healthz|readyz|sitemap|timegate|timemap)(?:[/?#]|$)|^\/(?:favicon\.ico|icon\.svg|robots\.txt|(?:news-)?sitemap\.xml)$|^\/oembed(?:[?#]|$)/;

/** Whether an address is the same in every language. */
export const isOnce = (path: string): boolean => once.test(path);

/** The address of a page of this site in a language; of the past, `/at/<stamp>` stays in front. Any other comes back as it is. */
export function addressIn(language: SiteLanguage, address: string): string {
  if (language === original || !address.startsWith('/') || /^\/[/\\]/.test(address)) return address;
  const [, at = '', rest = ''] = /^(\/at\/\d{14}(?=[/?#]|$))?(.*)$/.exec(address) ?? [];
  const path = rest === '' || /^[?#]/.test(rest) ? `/${rest}` : rest;
  const [, first] = /^\/([^/?#]*)/.exec(path) ?? [];
  return languageNamed(first) !== null || isOnce(path) ? address : at + pathIn(language, path);
}

/**
 * Keeps a reader in a language: internal links and forms of a page lead on in it. A link that says with `hreflang` which
 * language it leads to is left alone.
 */
export function keepInLanguage(html: string, language: SiteLanguage): string {
  if (language === original) return html;
  return mapTags(html, (tag, name) => {
    if (name !== 'a' && name !== 'area' && name !== 'form') return tag;
    if (readAttributes(tag).has('hreflang')) return tag;
    const target = name === 'form' ? 'action' : 'href';
    return mapAttributes(tag, (attribute, value) => (attribute === target ? addressIn(language, value) : undefined));
  });
}
