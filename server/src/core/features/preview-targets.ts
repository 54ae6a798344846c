import { field } from '../../generated/fields.generated';
import { memberOf, type Node } from '../document/node';
import type { Model } from '../document/model';
import type { PreviewFact, PreviewTarget, PreviewValue } from '../preview-model';
import { aggregateWindow, choiceFact, described, factOf } from './preview-facts';
import { cut, type PreviewReader } from './preview-reader';
import { inWords } from './preview-words';

/** Filters, and ids of a filter, beyond these are only counted. */
const most = { filters: 10, ids: 6 };

/** One target with its first `cells` default values. */
export function toTarget(model: Model, target: PreviewReader, index: number, cells: number): PreviewTarget {
  const values = target.elements(field.defaultValues);
  return {
    index,
    name: cut(target.text(field.name) ?? ''),
    active: target.isOn(field.active, true),
    measure: cut(measure(target)),
    facts: targetFacts(target),
    values: values.slice(0, cells).map(({ item }) => toValue(model, target, item)),
    valueCount: values.length,
    range: target.range,
  };
}

function toValue(model: Model, target: PreviewReader, item: Node): PreviewValue {
  const node = item.kind === 'object' ? memberOf(item, field.defaultValue)?.value : undefined;
  const text = node && target.textOf(node);
  return { text: cut(text ?? ''), range: model.rangeOf(text === undefined || node === undefined ? item : node) };
}

function targetFacts(target: PreviewReader): PreviewFact[] {
  const info = target.object(field.extendedFieldInfo);
  return [
    ...described(target),
    ...condition(target),
    ...filters(target),
    ...silentEvent(target),
    ...(info === undefined ? [] : aggregateWindow(info)),
    ...choiceFact('Enrolment', target, field.enrolmentMethod),
  ];
}

/** A condition that lets everything through is none. */
function condition(target: PreviewReader): PreviewFact[] {
  const expression = target.plain(field.expression);
  return expression?.text === 'true' ? [] : factOf('Condition', expression);
}

function filters(target: PreviewReader): PreviewFact[] {
  return target
    .objects(field.filters)
    .slice(0, most.filters)
    .map((filter) => {
      const type = inWords(field.entityType, filter.choice(field.entityType)?.text ?? '');
      const ids = filter.elements(field.entityIds).map(({ item }) => filter.textOf(item) ?? '…');
      const listed = ids.length > most.ids ? [...ids.slice(0, most.ids), `${ids.length - most.ids} more`] : ids;
      return { label: 'Only', value: cut(`${type} ${listed.join(', ')}`.trim()), range: filter.range };
    });
}

/** Counted events without a name are stored as bills (FACTS b.2). */
function silentEvent(target: PreviewReader): PreviewFact[] {
  const isEvent = target.choice(field.targetEntity)?.text === 'EVENT';
  const name = target.plain(field.eventName);
  if (!isEvent || (name !== undefined && name.text.trim() !== '')) return [];
  return [{ label: 'Event', value: 'TransactionAdd, since none is named', range: target.range }];
}

/** What is measured, in words; empty where the file says neither entity nor type. */
function measure(target: PreviewReader): string {
  const entity = target.choice(field.targetEntity)?.text;
  const type = target.choice(field.targetType)?.text;
  const what = type === undefined ? '' : quantity(type, target);
  if (entity === undefined) return what;
  if (entity === 'POINTS' && type?.endsWith('_POINTS')) return what;
  const of = subject(entity, target);
  if (what === '') return of;
  return type === 'VISIT' ? `${what} ${of}` : `${what} of ${of}`;
}

function quantity(type: string, target: PreviewReader): string {
  const info = target.object(field.extendedFieldInfo);
  const name = info?.plain(field.name)?.text;
  if (type !== 'EXTENDED_FIELD' && type !== 'EVENT_ATTRIBUTE') return inWords(field.targetType, type);
  const aggregate = inWords(field.aggregateFunction, info?.choice(field.aggregateFunction)?.text ?? 'SUM');
  const noun = type === 'EXTENDED_FIELD' ? 'the extended field' : 'the attribute';
  return name === undefined ? `${aggregate} of ${noun}` : `${aggregate} of ${noun} “${name}”`;
}

function subject(entity: string, target: PreviewReader): string {
  const named = new Map([
    ['EVENT', event],
    ['ALTERNATE_CURRENCIES', currency],
  ]);
  return named.get(entity)?.(target) ?? inWords(field.targetEntity, entity);
}

function event(target: PreviewReader): string | undefined {
  const name = target.plain(field.eventName)?.text;
  if (name === undefined) return undefined;
  return target.choice(field.targetType)?.text === 'COUNT' ? `“${name}” events` : `the event “${name}”`;
}

function currency(target: PreviewReader): string | undefined {
  const info = target.object(field.extendedFieldInfo);
  const name = info?.plain(field.alternateCurrencyIdentifier)?.text;
  const program = info?.plain(field.programId)?.text;
  if (name === undefined) return undefined;
  return `the alternate currency “${name}”${program === undefined ? '' : ` of program ${program}`}`;
}
