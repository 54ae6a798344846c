import { leaf, list, memberOf, object, remove, set, text, type Obj, type Rendered } from '../tree';
import { existing, fault, inserted, onBrace, onKey, onValue, periodOf, targetOf, type Fault } from './fault';

/** Members of the root in the order of the text; there are always several. */
const keyAt = (root: Obj, index: number) => existing(root.members[index]);

/** The end of what was written last in the root. */
function endOfLast(root: Obj, { placeOf }: Rendered): number {
  const { offset, length } = placeOf(keyAt(root, root.members.length - 1).value);
  return offset + length;
}

const syntax: readonly Fault[] = [
  fault('json-syntax', 'error', 'a comma is missing', {}, (root) => ({ text: whole, keyOf, placeOf }) => {
    const { offset, length } = placeOf(keyAt(root, 0).value);
    const next = keyOf(keyAt(root, 1));
    const cut = offset + length;
    return { text: whole.slice(0, cut) + whole.slice(cut + 1), place: { ...next, offset: next.offset - 1 } };
  }),
  fault('json-comment', 'error', 'a note', {}, (root) => (rendered) => {
    return inserted(rendered, rendered.keyOf(keyAt(root, 1)).offset, '/* draft */');
  }),
  fault('json-trailing-comma', 'error', 'behind the last member', {}, (root) => (rendered) => {
    return inserted(rendered, endOfLast(root, rendered), ',');
  }),
  fault('byte-order-mark', 'warning', 'in front', {}, () => (rendered) => inserted(rendered, 0, '\uFEFF')),
];

const shape: readonly Fault[] = [
  fault('schema-type', 'error', 'a number as text', {}, (root) => onValue(set(root, 'totalPeriods', text('four')))),
  fault('schema-type', 'error', 'a truth as text', {}, (root) => onValue(set(root, 'active', text('true')))),
  fault('schema-type', 'error', 'a number in place of a list', { periods: 2 }, (root) =>
    onValue(set(root, 'periods', leaf(2))),
  ),
  fault('schema-type', 'error', 'null in a list', { targets: 1, trackingType: 'DEFAULT' }, (root) => {
    const element = leaf('null');
    set(targetOf(root), 'filters', list([element]));
    return onValue(element);
  }),
  fault('schema-enum', 'error', 'a unit that there is not', {}, (root) =>
    onValue(set(root, 'frequencyType', text('HOURLY'))),
  ),
  fault('schema-required', 'error', 'no name', {}, (root) => {
    remove(root, 'name');
    return onBrace(root);
  }),
  fault('schema-minimum', 'error', 'less than none', { periods: 2 }, (root) =>
    onValue(set(root, 'totalPeriods', leaf(-1))),
  ),
  fault('schema-minimum', 'error', 'a streak of none', { trackingType: 'STREAKS' }, (root) => {
    const count = leaf(0);
    set(root, 'streaks', list([object({ name: text('Level'), targetCountOfSequence: count })]));
    return onValue(count);
  }),
];

const members: readonly Fault[] = [
  fault('duplicate-key', 'error', 'the same member again', {}, (root) => {
    const first = existing(memberOf(root, 'name'));
    const second = { ...first };
    root.members.push(second);
    return ({ text: whole, keyOf }) => ({ text: whole, place: keyOf(second) });
  }),
  fault('documented-required', 'warning', 'a period without its code', { periods: 2 }, (root) => {
    remove(periodOf(root, 1), 'refCode');
    return onBrace(periodOf(root, 1));
  }),
  fault('documented-required', 'hint', 'no recurringCycles', { trackingType: 'DEFAULT' }, (root) => {
    remove(root, 'recurringCycles');
    return onBrace(root);
  }),
  fault('unknown-property', 'warning', 'misspelt', { periods: 1 }, (root) => {
    set(periodOf(root), 'discription', text(''));
    return onKey(periodOf(root), 'discription');
  }),
  fault('unknown-property', 'warning', 'a member of every object', {}, (root) => {
    root.members.unshift({ raw: '"__proto__"', name: '__proto__', value: object({ name: leaf(5) }) });
    return onKey(root, '__proto__');
  }),
  fault('server-field', 'information', 'of a group', {}, (root) => {
    set(root, 'id', leaf(2330));
    return onKey(root, 'id');
  }),
  fault('integer-precision', 'warning', 'an id', { trackingType: 'DEFAULT', targets: 1 }, (root) => {
    const id = leaf('9007199254740993');
    set(targetOf(root), 'filters', list([object({ entityType: text('STORE'), entityIds: list([id]) })]));
    return onValue(id);
  }),
];

export const structureFaults: readonly Fault[] = [...syntax, ...shape, ...members];
