import { mapTags, readAttributes } from './markup';

/** Whether an address is that of a card, which stands in frames on pages of others. */
export const isCardPath = (path: string): boolean => path.startsWith('/embed/');

/** A reader leaves the frame by every link of a card: what it leads to opens in a window of its own, which knows nothing of it. */
export function leadOutOfFrame(html: string): string {
  return mapTags(html, (tag, name) => {
    if (name !== 'a' || readAttributes(tag).has('target')) return tag;
    return `${tag.slice(0, 2)} target="_blank" rel="noopener"${tag.slice(2)}`;
  });
}
