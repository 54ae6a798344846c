import type { InlayHint, Range } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { endOf, memberOf, type Node, type Place } from '../document/node';
import { lengthInWords } from '../periods/words';
import { counted } from '../rules/wording';
import { createCycleLabel, cyclesOf, groupOf, valuesOf, type Cycle } from './cycles';

/**
 * What stands behind values in the range: behind the end of a period its length, behind a default value its period (a
 * link to it), behind `totalPeriods` the number of periods where that is another.
 */
export function inlayHints(model: Model, range: Range): InlayHint[] {
  const group = groupOf(model);
  if (!group) return [];
  const [from, to] = [model.offsetAt(range.start), model.offsetAt(range.end)];
  const isShown = (place: Place | undefined): place is Place =>
    place !== undefined && from <= endOf(place) && place.offset <= to;
  const hint = (behind: Node, value: string, cycle?: Cycle): InlayHint => ({
    position: model.rangeOf(behind).end,
    label: [{ value, ...(cycle && { location: { uri: model.uri, range: model.rangeOf(cycle.code ?? cycle.node) } }) }],
    paddingLeft: true,
  });
  const valueIn = (node: Node, name: string) => (node.kind === 'object' ? memberOf(node, name)?.value : undefined);
  const cycles = cyclesOf(group);
  const label = createCycleLabel(cycles);
  const lengths = cycles.flatMap(({ node, span }) => {
    const end = valueIn(node, field.endDate);
    return end && span && isShown(end) ? hint(end, lengthInWords(span)) : [];
  });
  const owners = valuesOf(group).flatMap(({ index, node }) => {
    const cycle = cycles[index];
    return cycle && isShown(node) ? hint(node, label(cycle), cycle) : [];
  });
  const total = valueIn(group.node, field.totalPeriods);
  const isOther = cycles.length > 0 && total?.kind === 'number' && total.value !== cycles.length;
  return [...(isOther && isShown(total) ? [hint(total, counted(cycles.length, 'period'))] : []), ...lengths, ...owners];
}
