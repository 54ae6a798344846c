import { sandboxOrigin } from '../../infrastructure/environment';
import { exchange, type HttpPorts } from '../../../../../server/src/api/index';
import { startTimer } from '../../infrastructure/timer';

const timeoutMilliseconds = 2_000;

/** Whether anything answers HTTP at the sandbox's default address. Sends no credential. */
export async function isListening(ports: Pick<HttpPorts, 'fetch' | 'runtime'>): Promise<boolean> {
  const request = { method: 'GET', url: `${sandboxOrigin}/`, headers: {} } as const;
  const { fetch, runtime } = ports;
  const result = await exchange(request, { fetch, runtime, startTimer, timeoutMilliseconds });
  return result.kind === 'answered';
}
