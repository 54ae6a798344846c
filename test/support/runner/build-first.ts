import { builtFile } from '../built-file';

/** Before all tests: they run in several processes, which are not to build at the same time. */
export function mochaGlobalSetup(): void {
  builtFile('cli.js');
}
