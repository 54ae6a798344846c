/** The documented errors with their own messages (FACTS d); 0, which is none, is not among them. */
export const errorCatalogue = {
  300004: 'Invalid input, check all values and ensure they are correct.',
  310008: 'Length of Target rule name cannot exceed 200',
  310011: 'Invalid userId',
  310017: 'Target group not found or deactivated',
  310018: 'Target rule not found',
  310019: 'Target period not found',
  310033: 'Invalid target entity and target type combination',
  310069: 'Target group name already exists',
  310079: 'target rule id does not belong to the target group',
  310092: 'Invalid extended field name/ invalid extended field datatype.',
  310094: 'Target rule metadata is required in case of EXTENDED_FIELD/ALTERNATE_CURRENCIES target type',
  310118: 'Target Period not found for the target',
  310119: 'User already enrolled for the target.',
  310126: 'User is not enrolled to this target',
  310130: 'Invalid enrollment type as input',
  310132: 'Target evaluation type not supported for leaderboard, currently only FIXED_CALENDER_WINDOW is supported',
  310133: 'Leaderboard is not enabled for the org',
  310134: 'Leaderboard is not enabled for the target group',
  310141: "Datascope 'ALL' is not supported for this 'API'",
  310144: 'Connected Orgs not set properly in Headers',
  310145: 'Invalid key is passed',
  310146: 'Invalid program id',
  310147: 'Invalid or null Alternate Currency Identifier for target rule',
  310149: 'No record found in user target for given UserId and TargetId',
  4000: 'Not authorized. Access is denied!',
  4001: 'Authorization status unavailable!',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** The HTTP status that a documented error came with; most are documented with 400 (FACTS d). */
const statuses: Partial<Record<ErrorCode, number>> = { 310126: 500, 4000: 403, 4001: 503 };

export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 400;
}

export const errorCodes = Object.keys(errorCatalogue).map(Number) as readonly ErrorCode[];
