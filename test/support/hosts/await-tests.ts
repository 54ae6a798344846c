import { format } from 'node:util';
import type { Page } from 'playwright-core';

export interface TestsEnd {
  /** 0 when the workbench says that run() resolved. A host that died says so too: see that run() had its last word. */
  readonly code: number;
  /** Why the workbench gave no answer. */
  readonly why?: string;
}

export interface TestsWatch {
  /** Milliseconds until the run is given up. */
  readonly limit: number;
  /** Resolves, with the way it ended, when the program behind the page is no more. */
  readonly hostEnded?: Promise<string>;
  /** Opens the workbench; called once the page listens. */
  readonly open: () => Promise<void>;
}

/** What the workbench logs on its own account in every run. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|Creation of workbench contribution|\[reconnection-grace-time\]|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|Ignoring (fetching additional builtin|the error)|Updating additional builtin|Timed out waiting for authentication provider|Loading development extension|Canceled$|Request to .*package\.nls)/;

/** Waits for the workbench's word on its test module, or for whatever ends the run before. Prints what is logged. */
export async function awaitTests(page: Page, watch: TestsWatch): Promise<TestsEnd> {
  let finish: (end: TestsEnd) => void = () => undefined;
  const end = new Promise<TestsEnd>((resolve) => (finish = resolve));
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const timer = setTimeout(() => {
    finish({ code: 99, why: [`no result in ${watch.limit} ms`, ...complaints.slice(-20)].join('\n') });
  }, watch.limit);
  page.on('pageerror', (error) => {
    printLog('error', [error]);
  });
  page.on('crash', () => {
    finish({ code: 97, why: 'the page crashed' });
  });
  void watch.hostEnded?.then((how) => {
    finish({ code: 98, why: `the server ended: ${how}` });
  });
  // Both must be there before the page's first script runs: the workbench looks for them once.
  await page.exposeFunction('codeAutomationLog', printLog);
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    finish({ code });
  });
  try {
    await watch.open();
    return await end;
  } finally {
    clearTimeout(timer);
  }
}

function printLog(type: string, args: readonly unknown[]): void {
  const text = format(...args);
  if (noise.test(text)) return;
  (type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}
