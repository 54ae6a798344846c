import { field } from '../../generated/fields.generated';
import { memberOf, type Node } from '../document/node';
import type { Model } from '../document/model';
import type { PreviewFact, PreviewKpi, PreviewTarget, PreviewValue } from '../preview-model';
import { decodeExpression } from '../expression/decode-expression';
import { aggregateWindow, choiceFact, described, factOf } from './preview-facts';
import { cut, type PreviewReader, type Shown } from './preview-reader';
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
    kpi: kpiOf(target),
    facts: targetFacts(target),
    ...conditionOf(target),
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
    ...event(target),
    ...factOf('Field', info?.plain(field.name)),
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

/** The tree beside the rule's text; one that lets everything through is none. */
function conditionOf(target: PreviewReader): Pick<PreviewTarget, 'condition'> {
  const json = target.plain(field.expressionJson);
  const tree = decodeExpression(target.text(field.expressionJson) ?? '');
  if (!json || !tree || tree.condition === 'true') return {};
  return { condition: { text: tree.condition, rows: tree.rows, range: json.range } };
}

/** Counted events without a name are stored as bills (FACTS b.2). */
function event(target: PreviewReader): PreviewFact[] {
  const name = target.plain(field.eventName);
  if (name !== undefined && name.text.trim() !== '') return factOf('Event', name);
  if (target.choice(field.targetEntity)?.text !== 'EVENT') return [];
  return [{ label: 'Event', value: 'TransactionAdd, since none is named', range: target.range }];
}

/** What is measured, as the file says it. */
function kpiOf(target: PreviewReader): PreviewKpi {
  const info = target.object(field.extendedFieldInfo);
  const textOf = (shown: Shown | undefined) => shown?.text ?? '';
  return {
    entity: textOf(target.choice(field.targetEntity)),
    type: textOf(target.choice(field.targetType)),
    event: textOf(target.plain(field.eventName)),
    attribute: textOf(info?.plain(field.name)),
    aggregate: textOf(info?.choice(field.aggregateFunction)),
    currency: textOf(info?.plain(field.alternateCurrencyIdentifier)),
    program: textOf(info?.plain(field.programId)),
  };
}
