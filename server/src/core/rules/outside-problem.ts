import { setDay } from '../edits/date-literal';
import type { Model } from '../document/model';
import { toDayText } from '../periods/day';
import type { Outside } from './bounds';
import { periodName } from './period-facts';
import type { Fix, Problem } from './rule';

/** What an author is told about one end of a period beyond a bound. */
export function outsideProblem(outside: Outside): Problem<Outside> {
  const { period, bound, day } = outside;
  const { side, name } = bound;
  const where = side === 'start' ? 'before' : 'after';
  return {
    at: period[side].at,
    message: `${side}Date of ${periodName(period)} is ${toDayText(day)}, ${where} ${name} ${toDayText(bound.day)}; periods are expected inside.`,
    related: [{ at: bound.fact.at, message: `${name} stands here.` }],
    data: outside,
  };
}

/** Moves the bound, so that the period lies inside. */
export function widen({ bound, day }: Outside, { text }: Model): Fix {
  return {
    title: `Move ${bound.name} to ${toDayText(day)}`,
    edits: [setDay(text, bound.fact.at, day)],
    preferred: true,
  };
}
