import { policy } from '@rapporteur/core/policy';
import type { AnyRouter } from '@trpc/server';

interface Declared {
  type?: unknown;
  inputs?: readonly unknown[];
  output?: unknown;
  meta?: { action?: unknown };
}

/**
 * What is wrong with the surface of a router, one line per fault: a procedure without a strict input, without an output,
 * or, at the desk, without an action of the policy; in public, one that is not a query.
 */
export function surfaceFaults(router: AnyRouter, side: 'public' | 'admin'): string[] {
  const procedures = Object.entries(router._def.procedures as Record<string, { _def: Declared }>);
  return procedures.flatMap(([name, { _def }]) => {
    const faults: string[] = [];
    if (!_def.inputs?.length) faults.push('has no input');
    else if (!_def.inputs.every(isStrict)) faults.push('takes unknown fields');
    if (_def.output === undefined) faults.push('has no output');
    if (side === 'public' && _def.type !== 'query') faults.push('is not a query');
    if (side === 'admin' && !isAction(_def.meta?.action)) faults.push('has no action of the policy');
    return faults.map((fault) => `${name} ${fault}`);
  });
}

const isAction = (action: unknown) => typeof action === 'string' && Object.hasOwn(policy, action);

/** Whether a schema is a strict object, or a choice among strict objects. */
function isStrict(schema: unknown): boolean {
  const def = (
    schema as {
      _zod?: {
        def?: {
          type?: string;
          catchall?: { _zod: { def: { type: string } } };
          options?: unknown[];
        };
      };
    }
  )._zod?.def;
  if (def?.type === 'union') return def.options?.every(isStrict) ?? false;
  return def?.type === 'object' && def.catchall?._zod.def.type === 'never';
}
