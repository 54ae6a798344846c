import { it } from 'mocha';
import { expectDiagnostics } from './diagnose';

/** One test per row: what it shows, and a marked text that has to carry exactly the diagnostics it marks. */
export function table(rows: Readonly<Record<string, string>>): void {
  for (const [what, marked] of Object.entries(rows)) {
    it(what, () => {
      expectDiagnostics(marked);
    });
  }
}
