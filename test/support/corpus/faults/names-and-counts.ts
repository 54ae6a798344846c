import { get, leaf, memberOf, object, objectsOf, set, text, type Obj } from '../tree';
import type { Wishes } from '../wishes';
import { existing, fault, onKey, onValue, targetOf, type Fault } from './fault';

const oneTarget: Wishes = { trackingType: 'DEFAULT', targets: 1, window: 'FIXED_CALENDAR_WINDOW' };

/** Another first value of the first target. */
function setValue(root: Obj, raw: string, index = 0) {
  return onValue(set(existing(objectsOf(targetOf(root), 'defaultValues')[index]), 'defaultValue', leaf(raw)));
}

export const nameFaults: readonly Fault[] = [
  fault('name-length', 'error', '201 emoji', {}, (root) => onValue(set(root, 'name', text('😀'.repeat(201))))),
  fault('name-length', 'error', '201 letters of a target', oneTarget, (root) =>
    onValue(set(targetOf(root), 'name', text('a'.repeat(201)))),
  ),
  fault('name-empty', 'error', 'nothing', {}, (root) => onValue(set(root, 'name', text('')))),
  fault('name-empty', 'error', 'blanks', oneTarget, (root) => onValue(set(targetOf(root), 'name', text(' \t')))),
  fault('name-blank-ends', 'warning', 'behind', {}, (root) => onValue(set(root, 'name', text('Spring ')))),
  fault('name-duplicate', 'warning', 'in capitals', { trackingType: 'UNIFIED', targets: 3 }, (root) => {
    const first = JSON.parse(get(targetOf(root), 'name', 'leaf').raw) as string;
    // Some letters have no capital of one letter: then the name is as it was.
    const capitals = first.toUpperCase().toLowerCase() === first.toLowerCase() ? first.toUpperCase() : first;
    return onValue(set(targetOf(root, 2), 'name', text(capitals)));
  }),
  fault('description-length', 'warning', '256 emoji', {}, (root) =>
    onValue(set(root, 'description', text('😀'.repeat(256)))),
  ),
  fault('enum-label', 'warning', 'as the screen has it', { trackingType: 'CAPPING' }, (root) =>
    onValue(set(root, 'trackingType', text('Capping'))),
  ),
  fault('enum-label', 'information', 'as the table has it', { trackingType: 'STREAKS' }, (root) =>
    onValue(set(root, 'trackingType', text('STREAK'))),
  ),
];

export const countFaults: readonly Fault[] = [
  fault('default-values-count', 'error', 'one too many', { ...oneTarget, periods: 3 }, (root) => {
    get(targetOf(root), 'defaultValues', 'list').items.push(object({ defaultValue: leaf(5) }));
    return onKey(targetOf(root), 'defaultValues');
  }),
  fault('default-values-count', 'error', 'one too few', { ...oneTarget, periods: 3 }, (root) => {
    get(targetOf(root), 'defaultValues', 'list').items.pop();
    return onKey(targetOf(root), 'defaultValues');
  }),
  fault('total-periods-count', 'warning', 'one more', { targets: 0, periods: 2 }, (root) =>
    onValue(set(root, 'totalPeriods', leaf(3))),
  ),
  fault('default-value-number', 'error', 'a separator', { ...oneTarget, periods: 2 }, (root) =>
    setValue(root, '"1,000"', 1),
  ),
  fault(
    'default-value-decimal',
    'information',
    'half a visit',
    { ...oneTarget, periods: 1, pair: ['TRANSACTION', 'VISIT'] },
    (root) => setValue(root, '2.5'),
  ),
  fault(
    'default-values-differ',
    'information',
    'another value in the second cycle',
    { ...oneTarget, periods: 2, window: 'CYCLIC_WINDOW' },
    (root) => setValue(root, '9999', 1),
  ),
  fault('cycle-limit', 'warning', '101 recurring cycles', {}, (root) =>
    onValue(set(root, 'recurringCycles', leaf(101))),
  ),
  fault('tracking-type-targets', 'warning', 'a second target', { ...oneTarget, userCreated: false }, (root) => {
    const second = object(Object.fromEntries(targetOf(root).members.map(({ name, value }) => [name, value])));
    set(second, 'name', text('Another'));
    get(root, 'targets', 'list').items.push(second);
    return onValue(existing(memberOf(root, 'trackingType')).value);
  }),
  fault('tracking-type-targets', 'warning', 'one target alone', { trackingType: 'UNIFIED', targets: 2 }, (root) => {
    get(root, 'targets', 'list').items.pop();
    return onValue(existing(memberOf(root, 'trackingType')).value);
  }),
];
