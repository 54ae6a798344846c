/** A place in the definition that an error may be about. */
export interface ErrorPlace {
  /** A JSON pointer; `*` stands for every element of an array. */
  readonly pointer: string;
  /** Which of the matches are meant; all of them when absent. */
  readonly when?: PlaceCondition;
}

export type PlaceCondition =
  /** A text longer than so many code points. */
  | { readonly kind: 'longer-than'; readonly codePoints: number }
  /** Absent, null or without members, in a target that needs it. */
  | { readonly kind: 'missing'; readonly for: NeededFor }
  /** In a target of this kind, whatever the value is. */
  | { readonly kind: 'in'; readonly for: NeededFor }
  /** A `targetType` that is not documented together with the `targetEntity` beside it. */
  | { readonly kind: 'undocumented-pair' }
  /** There, and none of these values. */
  | { readonly kind: 'none-of'; readonly values: readonly string[] };

/** Targets whose `targetEntity` or `targetType` is one of these. */
export interface NeededFor {
  readonly entities?: readonly string[];
  readonly types?: readonly string[];
}

export interface ErrorEntry {
  /** What the code means, in our words. */
  readonly meaning: string;
  /** What to do about it. */
  readonly advice: string;
  /** Empty when the error is not about a part of the definition. */
  readonly places: readonly ErrorPlace[];
}

const currencies: NeededFor = { entities: ['ALTERNATE_CURRENCIES'] };
const extended: NeededFor = { types: ['EXTENDED_FIELD', 'EVENT_ATTRIBUTE'] };
const info = '/targets/*/extendedFieldInfo';
const leaderboard = '/leaderboardEnabled';

function about(meaning: string, advice: string, ...places: ErrorPlace[]): ErrorEntry {
  return { meaning, advice, places };
}

/** Every code that the API's documentation names (FACTS d), and where in the definition its cause is. */
const catalogue = new Map<string, ErrorEntry>([
  [
    '300004',
    about(
      'The API could not take some value, and does not say which.',
      'Check the definition for values of the wrong type or outside the documented set, warnings included.',
    ),
  ],
  [
    '310008',
    about('A target has a name that is too long.', 'Shorten it to 200 characters.', {
      pointer: '/targets/*/name',
      when: { kind: 'longer-than', codePoints: 200 },
    }),
  ],
  ['310011', about('The user id is not known.', 'It belongs to enrolment, not to a definition.')],
  [
    '310017',
    about('The target group does not exist or was deactivated.', 'Check that it is the organisation you meant.'),
  ],
  ['310018', about('A target does not exist.', 'Remove ids of targets from the definition.', { pointer: '/targets' })],
  ['310019', about('A period does not exist.', 'Remove ids of periods from the definition.', { pointer: '/periods' })],
  [
    '310033',
    about(
      'A target measures something that its entity does not have.',
      'Choose a targetType that belongs to the targetEntity.',
      { pointer: '/targets/*/targetType', when: { kind: 'undocumented-pair' } },
    ),
  ],
  [
    '310069',
    about(
      'The organisation already has a target group of this name; capitals make no difference.',
      'Choose another name, or look whether an earlier submit created it.',
      { pointer: '/name' },
    ),
  ],
  [
    '310079',
    about('A target belongs to another target group.', 'Remove ids of targets from the definition.', {
      pointer: '/targets',
    }),
  ],
  [
    '310092',
    about(
      'The extended field or event attribute is not known, or has another type.',
      'Check its name as the organisation has defined it.',
      { pointer: `${info}/name`, when: { kind: 'in', for: extended } },
    ),
  ],
  [
    '310094',
    about(
      'A target on an extended field or an alternate currency lacks the details of it.',
      'Add extendedFieldInfo to the target.',
      {
        pointer: info,
        when: { kind: 'missing', for: { ...currencies, types: ['EXTENDED_FIELD', 'ALTERNATE_CURRENCIES'] } },
      },
    ),
  ],
  [
    '310118',
    about('A target names a period that does not exist.', 'Give one default value for each period, in their order.', {
      pointer: '/targets/*/defaultValues',
    }),
  ],
  ['310119', about('The customer is enrolled already.', 'It belongs to enrolment, not to a definition.')],
  ['310126', about('The customer is not enrolled.', 'It belongs to enrolment, not to a definition.')],
  [
    '310130',
    about('The way of enrolling is not known.', 'Use TRANSACTION or IMPORT.', {
      pointer: '/targets/*/enrolmentMethod',
      when: { kind: 'none-of', values: ['TRANSACTION', 'IMPORT'] },
    }),
  ],
  [
    '310132',
    about(
      'A leaderboard works with a fixed calendar window only.',
      'Set targetEvaluationType to FIXED_CALENDAR_WINDOW, or turn the leaderboard off.',
      { pointer: leaderboard },
      { pointer: '/targetEvaluationType' },
    ),
  ],
  [
    '310133',
    about(
      'The organisation does not have the leaderboard feature.',
      'Turn the leaderboard off, or have the feature enabled for the organisation.',
      { pointer: leaderboard },
    ),
  ],
  [
    '310134',
    about('The target group has no leaderboard.', 'Turn the leaderboard on if you need one.', { pointer: leaderboard }),
  ],
  ['310141', about('This call cannot be made for all organisations at once.', 'Use credentials of one organisation.')],
  ['310144', about('The connected organisations are not set up.', 'Have the API access of the till checked.')],
  ['310145', about('The API does not know the key of a name check.', 'This is not about the definition; report it.')],
  [
    '310146',
    about(
      'The loyalty programme of an alternate currency is missing or unknown.',
      'Check programId in extendedFieldInfo.',
      { pointer: `${info}/programId`, when: { kind: 'in', for: currencies } },
    ),
  ],
  [
    '310147',
    about(
      'The alternate currency of a target is missing or unknown.',
      'Check alternateCurrencyIdentifier in extendedFieldInfo.',
      { pointer: `${info}/alternateCurrencyIdentifier`, when: { kind: 'in', for: currencies } },
    ),
  ],
  ['310149', about('The customer has no record for this target.', 'It belongs to enrolment, not to a definition.')],
  ['4000', about('The user may not do this.', 'Have the till or client given access to target loyalty.')],
  ['4001', about('The API could not find out what the user may do.', 'Look whether the group exists; then try later.')],
  ['0', about('No failure.', 'Nothing is to be done.')],
]);

/** The entry of a code as it came, number or text; undefined for one that the documentation does not name. */
export function errorEntry(code: number | string | undefined): ErrorEntry | undefined {
  return code === undefined ? undefined : catalogue.get(`${code}`.trim());
}

/** Every documented code, in ascending order. */
export function documentedErrorCodes(): number[] {
  return [...catalogue.keys()].map(Number).sort((a, b) => a - b);
}
