import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';
import { nameInstead } from './passkey';

/** Whether this browser uses passkeys here: `elsewhere` where only the name of the machine would do, `none` without scripts. */
export function usePasskeys(): 'none' | 'ready' | 'elsewhere' {
  return useSyncExternalStore(never, support, () => 'none');
}

// What a browser can do does not change while a page is open.
const never = () => () => undefined;

function support() {
  if (!browserSupportsWebAuthn()) return 'none';
  return nameInstead(window.location) === null ? 'ready' : 'elsewhere';
}
