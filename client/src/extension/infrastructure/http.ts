import type { HttpPorts } from '../../../../server/src/api/index';
import { submitTimeoutMilliseconds } from './settings';
import { startTimer as hostTimer } from './timer';

/** What the API is called with, by the settings as they are now. */
export type CreateHttp = (signal?: AbortSignal) => HttpPorts;

interface HttpOrigin extends Pick<HttpPorts, 'fetch' | 'runtime'> {
  readonly startTimer?: HttpPorts['startTimer'];
}

export function createHttp({ fetch, runtime, startTimer = hostTimer }: HttpOrigin): CreateHttp {
  return (signal) => {
    const timeoutMilliseconds = submitTimeoutMilliseconds();
    return { fetch, runtime, startTimer, timeoutMilliseconds, ...(signal ? { signal } : {}) };
  };
}
