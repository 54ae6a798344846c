import { performance } from 'node:perf_hooks';

import { changedDocument, createTargetGroupService, openDocument } from '../../server/src/core/index';
import { createDefinition } from './definitions';
import { keysOf } from './keys';
import { median } from './measure';
import type { Row } from './table';

/** Our own time in this process, without any transport, for one size. */
export interface OwnTime {
  readonly bytes: number;
  readonly rows: readonly Row[];
}

/** The engine alone: opening, every key, and a `JSON.parse` of the text beside them. */
export function measureOwn(periods: number, presses: number): OwnTime {
  const definition = createDefinition(periods);
  const { text } = definition;
  const service = createTargetGroupService();
  let document = openDocument('file:///own.targetgroup.json', 'targetgroup', 1, text);
  const timed = (run: () => unknown) => {
    const started = performance.now();
    run();
    return performance.now() - started;
  };
  const rows: Row[] = [{ name: 'open', values: [timed(() => service.diagnose(document))] }];
  for (const { name, line, start, before, after } of keysOf(definition)) {
    const times: number[] = [];
    for (let press = 0; press < 2 * presses; press++) {
      const [from, to] = press % 2 === 0 ? [before, after] : [after, before];
      const range = { start: { line, character: start }, end: { line, character: start + from.length } };
      times.push(
        timed(() => {
          document = changedDocument(document, [{ range, text: to }], document.version + 1);
          service.diagnose(document);
        }),
      );
    }
    rows.push({ name, values: [median(times)] });
  }
  const parses = Array.from({ length: 5 }, () => timed(() => JSON.parse(text) as unknown));
  rows.push({ name: 'JSON.parse of the text', values: [median(parses)] });
  return { bytes: Buffer.byteLength(text), rows };
}

/** The exponent of the power of the size that a time grows by: the slope of the straight line through the logarithms. */
export function fittedExponent(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (of: 'x' | 'y') => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean('x'), mean('y')];
  const over = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return over / logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
