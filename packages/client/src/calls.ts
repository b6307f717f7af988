import type { PublicRouter } from '@rapporteur/api/public/router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

// Types only: nothing of the server is in the bundle. In the published package they are written out (bin/build.mjs).

/** What each procedure of the record takes, by area and name. */
export type Inputs = inferRouterInputs<PublicRouter>;

/** What each of them answers. */
export type Outputs = inferRouterOutputs<PublicRouter>;
