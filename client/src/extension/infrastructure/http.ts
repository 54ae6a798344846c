import type { Fetch, HttpPorts, Runtime } from '../../../../server/src/api/index';
import { submitTimeoutMilliseconds } from './settings';
import { startTimer } from './timer';

/** What the API is called with, by the settings as they are now. */
export type CreateHttp = (signal?: AbortSignal) => HttpPorts;

export function createHttp({ fetch, runtime }: { readonly fetch: Fetch; readonly runtime: Runtime }): CreateHttp {
  return (signal) => {
    const timeoutMilliseconds = submitTimeoutMilliseconds();
    return { fetch, runtime, startTimer, timeoutMilliseconds, ...(signal ? { signal } : {}) };
  };
}
