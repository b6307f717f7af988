import type { ReactNode } from 'react';

/** Words for who hears the page: what a link that says little beside its neighbours is about. */
export const hidden = (words: ReactNode) => <span className="vh">{words}</span>;
