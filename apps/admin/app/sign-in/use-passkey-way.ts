import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refused } from './passkey';

/**
 * A way into the desk by a passkey: `go` runs it, and the browser goes where it leads. Meanwhile it is `busy`; where it led
 * nowhere, `problem` says why.
 */
export function usePasskeyWay(way: () => Promise<Record<string, unknown>>) {
  const t = useTranslations('people');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { location } = await way();
      window.location.assign(String(location));
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : t('passkey.failed'));
      setBusy(false);
    }
  };
  return { busy, problem, go: () => void run() };
}
