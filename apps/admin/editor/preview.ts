import { useRef } from 'react';
import { api, refusalOf } from '../client/api';
import type { Draft } from './draft/draft';

/** How long a look of one's own works, in hours: links for others are made on the record's page. */
const hours = 1;

interface Looking {
  id: string;
  /** Where the public site answers. */
  site: string;
  /** Saves the text as it stands, unless that is done; answers its revision, or null where it could not be. */
  saved: () => Promise<{ draft: Draft; number: number } | null>;
  /** Tells why there is nothing to see. */
  refuse: (message: string | null) => void;
}

/**
 * Opens the text as readers would see it, in the real site, in a tab of its own. The same text is asked for once: a
 * record has a bounded number of previews.
 */
export function usePreview({ id, site, saved, refuse }: Looking): () => void {
  const made = useRef<{ draft: Draft; path: string } | null>(null);
  const look = async (tab: Window | null) => {
    const text = await saved();
    if (text === null) return tab?.close();
    try {
      if (made.current?.draft !== text.draft) {
        const { path } = await api.preview.create.mutate({ id, revision: text.number, hours });
        made.current = { draft: text.draft, path };
      }
      if (tab !== null) tab.location.href = new URL(made.current.path, new URL(site, location.href)).href;
    } catch (error) {
      tab?.close();
      const refusal = refusalOf(error);
      refuse(refusal.away ? null : [refusal.message, ...refusal.issues.map(({ message }) => message)].join(' '));
    }
  };
  return () => {
    // Opened while the key is down: a browser opens no tab for what comes later by itself.
    const tab = window.open('about:blank', '_blank');
    if (tab !== null) tab.opener = null;
    void look(tab);
  };
}
