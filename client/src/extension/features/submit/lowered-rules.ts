import type { PrepareSubmitResult } from '../../../../../server/src/protocol/requests';

type Prepared = Extract<PrepareSubmitResult, { readonly kind: 'prepared' }>;
type Blocking = Prepared['blocking'][number];

/** A rule that its author lowered or switched off, with its findings that refuse the submit until it is named. */
export interface LoweredRule {
  readonly code: string;
  readonly count: number;
  /** What the first of them says, and its line, counted from one. */
  readonly message: string;
  readonly line: number;
}

/** The lowered rules whose findings block, in the order of the text. */
export function loweredRules({ blocking, lowered }: Prepared): LoweredRule[] {
  const rules = new Map<string, LoweredRule>();
  for (const finding of blocking) {
    const code = codeOf(finding);
    if (!lowered.includes(code)) continue;
    const known = rules.get(code);
    const first = { code, message: messageOf(finding), line: finding.range.start.line + 1 };
    rules.set(code, { ...(known ?? first), count: (known?.count ?? 0) + 1 });
  }
  return [...rules.values()];
}

/** How many findings block that no confirmation opens: those of other rules than the ones that were named. */
export function countBlocking({ blocking, lowered }: Prepared, named: ReadonlySet<string>): number {
  const isOpen = (code: string) => named.has(code) && lowered.includes(code);
  return blocking.filter((finding) => !isOpen(codeOf(finding))).length;
}

const codeOf = ({ code }: Blocking): string => String(code);
const messageOf = ({ message }: Blocking): string => (typeof message === 'string' ? message : message.value);
