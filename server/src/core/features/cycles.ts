import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { type ObjectNode, memberOf, type Node } from '../document/node';
import { dayIn } from '../periods/date-text';
import { civilOf } from '../periods/day';
import type { Span } from '../periods/span';
import { spanInWords } from '../periods/words';
import { rootSchema } from '../schema/schema';
import { PreviewReader } from './preview-reader';

/** One period of the file, as a reader names it. */
export interface Cycle {
  /** Zero-based: the default values of a target belong to periods by position (FACTS b.3). */
  readonly index: number;
  readonly node: Node;
  /** The value of `refCode`, a text or a number; undefined where there is none. */
  readonly code: Node | undefined;
  readonly name: string;
  /** Undefined where a day cannot be read, or where the last lies before the first. */
  readonly span: Span | undefined;
}

/** One element of the `defaultValues` of a target. */
export interface CycleValue {
  readonly index: number;
  /** Of the target. */
  readonly target: PreviewReader<ObjectNode>;
  readonly item: Node;
  /** What is shown for it: the value of `defaultValue`, else the element. */
  readonly node: Node;
}

/** The definition as an object; undefined for any other text. */
export function groupOf(model: Model): PreviewReader<ObjectNode> | undefined {
  return model.root?.kind === 'object' ? new PreviewReader(model, model.root, rootSchema) : undefined;
}

/** A text of the document on one line, with nothing in it that cannot be seen, and not too long. */
export function onOneLine(text: string, most = 60): string {
  const plain = text.slice(0, most).replace(/[\p{C}\s]+/gu, ' ');
  return text.length > most ? `${plain}…` : plain;
}

export function cyclesOf(group: PreviewReader): Cycle[] {
  return group.elements(field.periods).map(({ item, reader }, index) => {
    const name = onOneLine(reader?.text(field.refCode) ?? '').trim();
    const [start, end] = [field.startDate, field.endDate].map((date) => dayIn(reader?.text(date) ?? ''));
    const isSpan = start !== undefined && end !== undefined && start <= end;
    return {
      index,
      node: item,
      code: name === '' || !reader ? undefined : memberOf(reader.node, field.refCode)?.value,
      name: name === '' ? `period ${index + 1}` : name,
      span: isSpan ? { start, end } : undefined,
    };
  });
}

export function valuesOf(group: PreviewReader): CycleValue[] {
  return group.objects(field.targets).flatMap((target) =>
    target.elements(field.defaultValues).map(({ item }, index) => ({
      index,
      target,
      item,
      node: (item.kind === 'object' ? memberOf(item, field.defaultValue)?.value : undefined) ?? item,
    })),
  );
}

/** Names periods as "Cycle_2 · 8-14 Mar", with the year where they lie in more than one. */
export function createCycleLabel(cycles: readonly Cycle[]): (cycle: Cycle) => string {
  const years = new Set(cycles.flatMap(({ span }) => (span ? [civilOf(span.start).year, civilOf(span.end).year] : [])));
  return ({ name, span }) => (span ? `${name} · ${spanInWords(span, years.size > 1)}` : name);
}
