import { flagAt, type Json, type JsonObject, memberAt, textAt, toObject } from './json-value';
import { renderAttribution } from './render-attribution';
import type { StoredGroup, StoredTarget, StoredValue } from './stored-group';

/** A target as the documented answers show it (FACTS c), with what the API fills in (FACTS b.9). */
export function renderTarget(target: StoredTarget, group: StoredGroup): JsonObject {
  const { sent } = target;
  const expression = memberAt(sent, 'expression');
  const hasValues = memberAt(sent, 'defaultValues') !== undefined;
  return toObject({
    id: target.id,
    attribution: renderAttribution(group.createdBy, group.createdOn),
    name: target.name,
    emfRuleSetId: target.ruleSetId,
    targetType: textAt(sent, 'targetType'),
    targetEntity: textAt(sent, 'targetEntity'),
    eventName: target.eventName,
    targetGroupId: group.id,
    description: textAt(sent, 'description'),
    active: flagAt(sent, 'active') ?? true,
    expression: typeof expression === 'boolean' ? String(expression) : expression,
    expressionJson: textAt(sent, 'expressionJson'),
    filters: memberAt(sent, 'filters'),
    enrolmentMethod: textAt(sent, 'enrolmentMethod') ?? 'IMPORT',
    defaultValues: hasValues ? target.values.map(renderValue) : undefined,
    targetPeriodDefaultValuesMap: hasValues ? valuesByPeriod(target.values) : undefined,
    extendedFieldInfo: memberAt(sent, 'extendedFieldInfo'),
    targetMilestoneTriggers: memberAt(sent, 'targetMilestoneTriggers'),
    targetAudienceFilter: memberAt(sent, 'targetAudienceFilter'),
  });
}

function renderValue({ id, periodId, value }: StoredValue): JsonObject {
  return toObject({ id, periodId, defaultValue: value });
}

function valuesByPeriod(values: readonly StoredValue[]): JsonObject {
  const entries = values.flatMap((value): [string, Json][] =>
    value.periodId === undefined ? [] : [[String(value.periodId), renderValue(value)]],
  );
  return new Map(entries);
}
