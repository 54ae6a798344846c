/** The documented errors that a create, a look-up or a name check can meet, with their own messages (FACTS d). */
export const errorCatalogue = {
  300004: 'Invalid input, check all values and ensure they are correct.',
  310008: 'Length of Target rule name cannot exceed 200',
  310017: 'Target group not found or deactivated',
  310033: 'Invalid target entity and target type combination',
  310069: 'Target group name already exists',
  310092: 'Invalid extended field name/ invalid extended field datatype.',
  310094: 'Target rule metadata is required in case of EXTENDED_FIELD/ALTERNATE_CURRENCIES target type',
  310130: 'Invalid enrollment type as input',
  310132: 'Target evaluation type not supported for leaderboard, currently only FIXED_CALENDER_WINDOW is supported',
  310133: 'Leaderboard is not enabled for the org',
  310145: 'Invalid key is passed',
  310146: 'Invalid program id',
  310147: 'Invalid or null Alternate Currency Identifier for target rule',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
