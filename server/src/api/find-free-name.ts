import type { ApiAccess } from './call';
import type { HttpPorts } from './exchange';
import { checkName } from './name-check';

const mostTries = 5;
/** The longest name that the API takes (FACTS a.1). */
const longest = 200;

/**
 * A name like this one that the organisation has not yet: `Spring 2`, `Spring 3`, … of which five are tried. Undefined when
 * none of them is free, or a question for one was not answered. Never throws.
 */
export async function findFreeName(access: ApiAccess, name: string, ports: HttpPorts): Promise<string | undefined> {
  for (const candidate of candidatesOf(name)) {
    const check = await checkName(access, candidate, ports);
    if (check.kind === 'free') return candidate;
    if (check.kind === 'failed') return undefined;
  }
  return undefined;
}

function candidatesOf(name: string): string[] {
  const [, base = name, number = '1'] = /^(.*?) (\d{1,4})$/su.exec(name) ?? [];
  const first = Number(number) + 1;
  return Array.from({ length: mostTries }, (_, index) => {
    const ending = ` ${first + index}`;
    return `${Array.from(base.trimEnd())
      .slice(0, longest - ending.length)
      .join('')}${ending}`;
  });
}
