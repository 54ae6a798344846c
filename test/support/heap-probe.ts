import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './until';

/** Asks a process that was started with its options of Node how much memory its objects take. */
export interface HeapProbe {
  readonly node: readonly string[];
  /** Bytes of what can be reached in the process, after everything else was collected. */
  readonly heapOf: (pid: number) => Promise<number>;
}

/** @param folder where the process may write its figures. */
export function createHeapProbe(folder: string): HeapProbe {
  const file = path.join(folder, 'heap');
  let asked = 0;
  const script = `
    import { writeFileSync, renameSync } from 'node:fs';
    let asked = 0;
    process.on('SIGUSR2', () => {
      gc();
      gc();
      const [file, { heapUsed, external }] = [${JSON.stringify(file)}, process.memoryUsage()];
      writeFileSync(file + '.next', ++asked + ' ' + (heapUsed + external));
      renameSync(file + '.next', file);
    });
  `;
  return {
    node: ['--expose-gc', '--no-flush-bytecode', '--import', `data:text/javascript,${encodeURIComponent(script)}`],
    async heapOf(pid) {
      asked += 1;
      process.kill(pid, 'SIGUSR2');
      const figure = () => {
        const [number, bytes] = readOr(file, '').split(' ');
        return number === String(asked) && Number(bytes);
      };
      return until(figure, { what: 'the figure of the heap', within: 10_000, every: 5 });
    },
  };
}

function readOr(file: string, instead: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead;
    throw error;
  }
}
