import type { Configuration } from './configuration';
import { wordsOf } from './guard';
import type { Host } from './host';

/** Settings that are on or off; what is not set, as in a client that knows nothing of them, is on. */
export interface Switches {
  /** @param name without our prefix. Never rejects: what cannot be read is on, and logged. */
  isOn(uri: string, name: string): Promise<boolean>;
}

/** Each is asked for once, until settings change. */
export function createSwitches(configuration: Configuration, { log }: Pick<Host, 'log'>): Switches {
  const asked = new Map<string, Promise<boolean>>();
  configuration.onDidChange(() => {
    asked.clear();
  });
  const ask = (uri: string, name: string): Promise<boolean> =>
    configuration.get(uri, name).then(
      (value) => value !== false,
      (error: unknown) => {
        log(`targetgroup.${name} could not be read: ${wordsOf(error)}`);
        return true;
      },
    );
  return {
    isOn(uri, name) {
      const key = `${name} ${uri}`;
      const known = asked.get(key) ?? ask(uri, name);
      asked.set(key, known);
      return known;
    },
  };
}
