/** Values, and pairs of `targetEntity` and `targetType`, that only documentation or only data knows (FACTS a, b.1). */
const sources: Readonly<Record<string, readonly string[]>> = {
  'documentation only': [
    ...['frequencyType HALF_YEARLY', 'frequencyType YEARLY', 'periodStatus UPCOMING', 'periodStatus LIVE'],
    ...['aggregateFunction COUNT', 'aggregation COUNT', 'targetType PROMOTIONAL_POINTS', 'targetType PROMOTION'],
    ...['TRANSACTION VISIT', 'POINTS PROMOTIONAL_POINTS', 'ALTERNATE_CURRENCIES PROMOTION'],
    ...['windowType MIN', 'windowType MAX', 'windowTimeUnit DAY'],
  ],
  'stored data only': ['enrolmentMethod AUDIENCE_FILTER', 'TRANSACTION QUANTITY', 'TRANSACTION ALL'],
};

/** Who alone knows a value, in words; undefined where both do. @param of the field, or the entity, that it is of. */
export function onlySource(of: string, value: string): string | undefined {
  return Object.keys(sources).find((source) => sources[source]?.includes(`${of} ${value}`));
}
