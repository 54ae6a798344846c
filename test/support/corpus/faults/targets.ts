import { get, leaf, object, remove, set, text } from '../tree';
import type { Pair, Wishes } from '../wishes';
import { fault, inValue, onBrace, onKey, onValue, targetOf, type Fault } from './fault';

const one = (pair: Pair): Wishes => ({
  trackingType: 'DEFAULT',
  window: 'FIXED_CALENDAR_WINDOW',
  targets: 1,
  userCreated: false,
  pair,
});
const spend = one(['TRANSACTION', 'SALES']);

const measured: readonly Fault[] = [
  fault('entity-type-pair', 'warning', 'points of a bill', spend, (root) =>
    onValue(set(targetOf(root), 'targetType', text('ALL_POINTS'))),
  ),
  fault('event-name-missing', 'warning', 'no event', one(['EVENT', 'COUNT']), (root) => {
    remove(targetOf(root), 'eventName');
    return onBrace(targetOf(root));
  }),
  fault('event-name-missing', 'warning', 'a blank event', one(['EVENT', 'VISIT']), (root) =>
    onValue(set(targetOf(root), 'eventName', text(' '))),
  ),
  fault('event-attribute-field', 'warning', 'nothing to add up', one(['EVENT', 'EVENT_ATTRIBUTE']), (root) => {
    remove(targetOf(root), 'extendedFieldInfo');
    return onBrace(targetOf(root));
  }),
  fault('event-attribute-field', 'warning', 'no name of the field', one(['LINEITEM', 'EXTENDED_FIELD']), (root) =>
    onBrace(set(targetOf(root), 'extendedFieldInfo', object({ aggregateFunction: text('SUM') }))),
  ),
  fault(
    'emf-event-attribute',
    'warning',
    'an attribute of an event of the API',
    one(['EVENT', 'EVENT_ATTRIBUTE']),
    (root) => onValue(set(targetOf(root), 'eventName', text('ReturnBill'))),
  ),
  fault('extended-field-info-required', 'error', 'no field', one(['TRANSACTION', 'EXTENDED_FIELD']), (root) => {
    remove(targetOf(root), 'extendedFieldInfo');
    return onBrace(targetOf(root));
  }),
  fault('alternate-currency-fields', 'error', 'no program', one(['ALTERNATE_CURRENCIES', 'ALL']), (root) => {
    const info = get(targetOf(root), 'extendedFieldInfo', 'object');
    remove(info, 'programId');
    return onBrace(info);
  }),
  fault('alternate-currency-fields', 'error', 'a blank currency', one(['ALTERNATE_CURRENCIES', 'REGULAR']), (root) =>
    onValue(set(get(targetOf(root), 'extendedFieldInfo', 'object'), 'alternateCurrencyIdentifier', text(' '))),
  ),
  fault('extended-field-unused', 'information', 'of a count', one(['TRANSACTION', 'COUNT']), (root) => {
    set(targetOf(root), 'extendedFieldInfo', object({ name: text('points') }));
    return onKey(targetOf(root), 'extendedFieldInfo');
  }),
];

const enrolled: readonly Fault[] = [
  fault('enrolment-default', 'hint', 'left to the API', spend, (root) => {
    remove(targetOf(root), 'enrolmentMethod');
    return onBrace(targetOf(root));
  }),
  fault('user-created-enrolment', 'warning', 'by transaction', { ...spend, userCreated: true }, (root) =>
    onValue(set(targetOf(root), 'enrolmentMethod', text('TRANSACTION'))),
  ),
  fault('window-enrolment', 'hint', 'by list', { ...spend, window: 'PERIOD_AGNOSTIC_WINDOW' }, (root) =>
    onValue(set(targetOf(root), 'enrolmentMethod', text('IMPORT'))),
  ),
];

const yes = '{"arity":"literal","value":"true","type":"boolean:primitive"}';

/** As it stands in the string: every quote with its backslash. */
const escaped = (json: string) => JSON.stringify(json).slice(1, -1);

const expressions: readonly Fault[] = [
  fault('expression-json-syntax', 'error', 'a comma is missing', spend, (root) =>
    inValue(set(targetOf(root), 'expressionJson', text(yes.replace(',"value"', ' "value"'))), escaped('"value"')),
  ),
  fault('expression-json-shape', 'warning', 'a literal without its value', spend, (root) => {
    remove(targetOf(root), 'expression');
    return inValue(set(targetOf(root), 'expressionJson', text('\n{"arity":"literal"}')), '{');
  }),
  fault('expression-json-node', 'information', 'a kind that nobody has seen', spend, (root) => {
    const tree = `{"arity":"negation","operands":[${yes}]}`;
    return inValue(set(targetOf(root), 'expressionJson', text(tree)), escaped('"negation"'));
  }),
  fault('expression-mismatch', 'warning', 'a condition, and always', spend, (root) => {
    set(targetOf(root), 'expressionJson', text(yes));
    return onValue(set(targetOf(root), 'expression', text('currentTxn.value > 500')));
  }),
  fault('expression-mismatch', 'warning', 'never, and always', spend, (root) => {
    set(targetOf(root), 'expressionJson', text(yes));
    return onValue(set(targetOf(root), 'expression', leaf(false)));
  }),
];

export const targetFaults: readonly Fault[] = [...measured, ...enrolled, ...expressions];
