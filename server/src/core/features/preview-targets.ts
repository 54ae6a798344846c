import { field } from '../../generated/fields.generated';
import { memberOf, type Node } from '../document/node';
import type { Model } from '../document/model';
import type { PreviewCondition, PreviewFact, PreviewKpi, PreviewTarget, PreviewValue } from '../preview-model';
import { decodeExpression } from '../expression/decode-expression';
import { isSameExpression, readExpression } from '../expression/simple-expression';
import { aggregateWindow, choiceFact, described, factOf } from './preview-facts';
import { cut, type PreviewReader, type Shown } from './preview-reader';

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
    filters: [...new Set(target.objects(field.filters).map((filter) => filter.choice(field.entityType)?.text ?? ''))],
    conditions: conditionsOf(target),
    values: values.slice(0, cells).map(({ item }) => toValue(model, target, item)),
    valueCount: values.length,
    valuesRange: target.rangeOf(field.defaultValues) ?? target.range,
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
    ...filters(target),
    ...event(target),
    ...factOf(field.extendedFieldInfo, info?.plain(field.name)),
    ...(info === undefined ? [] : aggregateWindow(info)),
    ...choiceFact(target, field.enrolmentMethod),
  ];
}

/** The sort of place and its ids; what is left out is counted in a text of its own, behind an empty one. */
function filters(target: PreviewReader): PreviewFact[] {
  const all = target.objects(field.filters);
  const facts = all.slice(0, most.filters).map((filter) => {
    const ids = filter.elements(field.entityIds).map(({ item }) => cut(filter.textOf(item) ?? '…'));
    const left = ids.length - most.ids;
    const listed = left > 0 ? [...ids.slice(0, most.ids), '', String(left)] : ids;
    return {
      field: field.filters,
      values: [cut(filter.choice(field.entityType)?.text ?? ''), ...listed],
      range: filter.range,
    };
  });
  const [next] = all.slice(most.filters);
  const left = String(all.length - most.filters);
  return next ? [...facts, { field: field.filters, values: ['', '', left], range: next.range }] : facts;
}

/** What `expression` and `expressionJson` say, once where both say the same. One that lets everything through is none. */
function conditionsOf(target: PreviewReader): PreviewCondition[] {
  const written = target.plain(field.expression);
  const conditions = treeOf(target);
  const [tree] = conditions;
  if (written && !(tree && isSame(written.text, tree.text))) {
    conditions.push({ ...written, rows: [], omitted: 0 });
  }
  return conditions.every(({ text }) => text === 'true') ? [] : conditions;
}

function treeOf(target: PreviewReader): PreviewCondition[] {
  const json = target.text(field.expressionJson) ?? '';
  const range = target.rangeOf(field.expressionJson);
  if (!range || json.trim() === '') return [];
  const { condition, rows, omitted } = decodeExpression(json) ?? { condition: '?', rows: [], omitted: 0 };
  const toRange = target.placesIn(field.expressionJson);
  return [
    {
      text: condition === '?' ? '' : condition,
      rows: rows.map(({ depth, text, at }) => ({ depth, text, range: toRange(at) })),
      omitted,
      range,
    },
  ];
}

/** Brackets aside, which say nothing as long as all conditions are joined alike. */
function isSame(written: string, tree: string): boolean {
  const [one, other] = [readExpression(written), readExpression(tree)];
  if (one && other) return isSameExpression(one, other);
  const [left = '', right] = [written, tree].map((text) => text.replace(/[\s()]+/g, ''));
  return left === right && !(left.includes('&&') && left.includes('||'));
}

/** Counted events without a name are stored as bills (FACTS b.2). */
function event(target: PreviewReader): PreviewFact[] {
  const name = target.plain(field.eventName);
  if (name && name.text.trim() !== '') return factOf(field.eventName, name);
  if (target.choice(field.targetEntity)?.text !== 'EVENT') return [];
  return [{ field: field.eventName, values: [''], range: target.range }];
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
    range: target.rangeOf(field.targetType) ?? target.rangeOf(field.targetEntity) ?? target.range,
  };
}
