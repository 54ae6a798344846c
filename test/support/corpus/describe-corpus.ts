import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { severities } from '../../../server/src/core/features/diagnostics';
import { diagnose, documentOf } from '../diagnose';
import { expectSound, fixesOf } from '../fixes';
import { createDefinition } from './definition';
import { plant, type Fault } from './faults/fault';
import { faults } from './faults/index';
import { render } from './tree';

export interface CorpusSize {
  /** Of the first definition; each takes the next. */
  readonly seed: number;
  readonly definitions: number;
  /** Definitions in which each fault is planted. */
  readonly perFault: number;
}

/** Findings as `code level offset+length «text»`. */
function told(text: string, diagnostics: readonly Diagnostic[]): string[] {
  const document = documentOf(text);
  return diagnostics.map(({ code, severity, range }) => {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return `${String(code)} ${String(severity)} ${start}+${end - start} «${text.slice(start, end)}»`;
  });
}

/** Asserts that a text with a planted fault has its finding, at its level and place, and no other. @returns the text. */
export function expectPlanted(fault: Fault, seed: number, found = diagnose): string {
  const { text, place, clean } = plant(fault, seed);
  const where = `${fault.code}, ${fault.what}, seed ${seed}:\n${text}`;
  assert.deepEqual(told(clean, diagnose(clean)), [], `before it: ${where}`);
  const marked = text.slice(place.offset, place.offset + place.length);
  const expected = `${fault.code} ${severities[fault.level]} ${place.offset}+${place.length} «${marked}»`;
  assert.deepEqual(told(text, found(text)), [expected], where);
  return text;
}

/** The tests of definitions that are valid by the way they are made, and of one fault in each. */
export function describeCorpus({ seed, definitions, perFault }: CorpusSize): void {
  const seeds = (count: number) => Array.from({ length: count }, (_, index) => seed + index);

  describe(`${definitions} definitions that are valid as they are made, from seed ${seed}`, () => {
    it('get no error and no warning, and every second one, which is spotless, nothing at all', function () {
      this.timeout(120_000);
      for (const each of seeds(definitions)) {
        const isSpotless = each % 2 === 0;
        const { root, layout } = createDefinition(each, isSpotless ? { spotless: true } : {});
        const { text } = render(root, layout);
        JSON.parse(text);
        const isGrave = ({ severity = DiagnosticSeverity.Error }: Diagnostic) =>
          isSpotless || severity <= DiagnosticSeverity.Warning;
        assert.deepEqual(told(text, diagnose(text).filter(isGrave)), [], `seed ${each}:\n${text}`);
      }
    });
  });

  describe(`each fault alone, in ${perFault} definitions, from seed ${seed}`, () => {
    for (const fault of faults) {
      it(`${fault.code}: ${fault.what}, is exactly its finding, and every fix of it is sound`, () => {
        for (const each of seeds(perFault)) {
          const text = expectPlanted(fault, each);
          for (const fix of fixesOf(text, fault.code)) expectSound(text, fault.code, fix);
        }
      });
    }
  });
}
