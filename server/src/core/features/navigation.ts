import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { endOf, type Node, type Place } from '../document/node';
import { cyclesOf, groupOf, valuesOf } from './cycles';

/** A period and the values that belong to it by their position, in every target. */
interface Belonging {
  /** From which of them it was asked. */
  readonly from: 'period' | 'value';
  /** The `refCode` of the period, or the period; undefined where the values are more than the periods. */
  readonly period: Node | undefined;
  readonly values: readonly Node[];
}

/** From a default value to its period, and from a period to its values; empty elsewhere. */
export function definition(model: Model, offset: number): Location[] {
  const found = belongingAt(model, offset);
  if (!found) return [];
  return found.from === 'period' ? toLocations(model, found.values) : toLocations(model, [found.period]);
}

/** The values of the period, and the period itself where its declaration is wanted too. */
export function references(model: Model, offset: number, withPeriod: boolean): Location[] {
  const found = belongingAt(model, offset);
  return found ? toLocations(model, [withPeriod ? found.period : undefined, ...found.values]) : [];
}

/** The period and all of its values; empty outside of both. */
export function highlights(model: Model, offset: number): DocumentHighlight[] {
  const { period, values } = belongingAt(model, offset) ?? { period: undefined, values: [] };
  const mark = (node: Node, kind: DocumentHighlightKind) => ({ range: model.rangeOf(node), kind });
  return [
    ...(period ? [mark(period, DocumentHighlightKind.Write)] : []),
    ...values.map((node) => mark(node, DocumentHighlightKind.Read)),
  ];
}

function toLocations(model: Model, nodes: readonly (Node | undefined)[]): Location[] {
  return nodes.flatMap((node) => (node ? { uri: model.uri, range: model.rangeOf(node) } : []));
}

function belongingAt(model: Model, offset: number): Belonging | undefined {
  const group = groupOf(model);
  if (!group) return undefined;
  const isAt = (place: Place) => place.offset <= offset && offset <= endOf(place);
  const cycles = cyclesOf(group);
  const values = valuesOf(group);
  const cycle = cycles.find(({ node }) => isAt(node));
  const index = cycle?.index ?? values.find(({ item }) => isAt(item))?.index;
  if (index === undefined) return undefined;
  const period = cycles[index];
  return {
    from: cycle ? 'period' : 'value',
    period: period && (period.code ?? period.node),
    values: values.filter((value) => value.index === index).map(({ node }) => node),
  };
}
