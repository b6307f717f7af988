import { PageFrame } from '@rapporteur/ui/page-frame';
import type { ComponentProps } from 'react';
import { pageInstant } from './api';
import { Head } from './head';

type Props = Omit<ComponentProps<typeof PageFrame>, 'asOf'> & ComponentProps<typeof Head>;

/** A whole page: its head, and its frame with the banner of the instant it is read at. */
export async function Frame({ current, path, wide = false, children, ...head }: Props) {
  return (
    <>
      <Head path={path} {...head} />
      <PageFrame current={current} path={path} asOf={await pageInstant()} wide={wide}>
        {children}
      </PageFrame>
    </>
  );
}
