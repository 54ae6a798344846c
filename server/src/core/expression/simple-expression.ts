/** An expression of the forms that are proven in both members, `expression` and `expressionJson` (FACTS h). */
export type SimpleExpression =
  | { readonly kind: 'constant'; readonly value: boolean }
  | {
      readonly kind: 'comparison';
      readonly profile: string;
      readonly attribute: string;
      readonly operator: ComparisonOperator;
      /** Decimal digits as they are written, with a minus in front where negative. */
      readonly number: string;
    };

/** `=` is read as `==`, which means the same. */
export type ComparisonOperator = '>' | '<' | '>=' | '<=' | '==';

const operators: Readonly<Record<string, ComparisonOperator>> = {
  '>': '>',
  '<': '<',
  '>=': '>=',
  '<=': '<=',
  '==': '==',
  '=': '==',
};
const name = '[A-Za-z_$][A-Za-z0-9_$]*';
const nameForm = new RegExp(`^${name}$`);
const numberForm = /^-?\d+(?:\.\d+)?$/;
const comparisonForm = new RegExp(`^(${name})\\s*\\.\\s*(${name})\\s*([<>]=?|==?)\\s*(\\S+)$`);

/** Reads `true`, `false` (also as booleans) and `profile.attribute OP number`, blanks aside; undefined for the rest. */
export function readExpression(expression: string | boolean): SimpleExpression | undefined {
  const text = String(expression).trim();
  if (text === 'true' || text === 'false') return { kind: 'constant', value: text === 'true' };
  const [, profile, attribute, operator, number] = comparisonForm.exec(text) ?? [];
  return readComparison({ profile, attribute, operator, number });
}

/** A comparison of its four parts, blanks around them aside; undefined where one is none of the proven form. */
export function readComparison(
  parts: Readonly<Record<'profile' | 'attribute' | 'operator' | 'number', string | undefined>>,
): SimpleExpression | undefined {
  const [profile = '', attribute = '', sign = '', number = ''] = [
    parts.profile,
    parts.attribute,
    parts.operator,
    parts.number,
  ].map((part) => part?.trim());
  const operator = Object.hasOwn(operators, sign) ? operators[sign] : undefined;
  if (!operator || !nameForm.test(profile) || !nameForm.test(attribute) || !numberForm.test(number)) return undefined;
  return { kind: 'comparison', profile, attribute, operator, number };
}

/** True where both say the same: numbers are compared by their value, however many digits they have. */
export function isSameExpression(a: SimpleExpression, b: SimpleExpression): boolean {
  if (a.kind === 'constant' || b.kind === 'constant')
    return a.kind === 'constant' && b.kind === 'constant' && a.value === b.value;
  const isSameAttribute = a.profile === b.profile && a.attribute === b.attribute;
  return isSameAttribute && a.operator === b.operator && plainNumber(a.number) === plainNumber(b.number);
}

/** The expression as the API writes it: without blanks. */
export function expressionText(expression: SimpleExpression): string {
  if (expression.kind === 'constant') return String(expression.value);
  const { profile, attribute, operator, number } = expression;
  return `${profile}.${attribute}${operator}${number}`;
}

/** The same number without zeros that say nothing, so that equal numbers are equal texts. */
function plainNumber(number: string): string {
  const [whole = '', fraction = ''] = number.replace(/^-/, '').split('.');
  let end = fraction.length;
  // By hand: a pattern for zeros at the end takes quadratic time on a long row of them.
  while (fraction[end - 1] === '0') end--;
  const digits = whole.replace(/^0+/, '') || '0';
  const plain = end > 0 ? `${digits}.${fraction.slice(0, end)}` : digits;
  return number.startsWith('-') && plain !== '0' ? `-${plain}` : plain;
}
