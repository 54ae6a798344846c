/** Nodes of expression trees as the documented samples have them, members in their order. */
export const literal = (value: string, type = 'boolean:primitive') => ({ arity: 'literal', value, type });

export const name = (value: string, type = 'real:object:primitive') => ({ arity: 'name', value, type });

export const dereference = (profile: string, attribute: string) => ({
  arity: 'object_dereference',
  type: 'real:object:primitive',
  operands: [name(profile, 'tx:object:primitive'), name(attribute)],
});

export const binary = (value: string, left: unknown, right: unknown) => ({
  arity: 'binary_operation',
  value,
  type: 'boolean:primitive',
  operands: [left, right],
});

/** `currentTxn.value <operator> <number>`. */
export const spend = (operator: string, number: string) =>
  binary(operator, dereference('currentTxn', 'value'), literal(number, 'number:primitive'));
