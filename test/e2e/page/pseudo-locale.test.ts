import assert from 'node:assert/strict';
import { isMessageToPreview } from '../../../server/src/protocol/preview-messages.js';
import { previewTexts, type PreviewTextKey } from '../../../server/src/protocol/preview-texts.js';
import { conditionInWords } from '../../../server/src/protocol/condition-words.js';
import { kindInWords, labelOf, valueInWords } from '../../../server/src/protocol/fact-words.js';
import { measureOf } from '../../../server/src/protocol/preview-measure.js';
import { sentencePhrase } from '../../../server/src/protocol/preview-sentence.js';
import type { PreviewFact, PreviewKpi, PreviewModel } from '../../../server/src/protocol/requests.js';
import { exampleModels } from '../../support/preview/example-models.js';
import { level, period, previewModel, problem, submittedView, target } from '../../support/preview/models.js';
import { preview, reopenPreview } from '../../support/preview/page-under-test.js';
import { pseudo } from '../../support/pseudo.js';

const texts = Object.fromEntries(Object.entries(previewTexts).map(([key, text]) => [key, pseudo(text)]));

const todays = new Date().toISOString().slice(0, 10);
const { range } = previewModel().headline;
const rows = ['&&', 'a', 'b', '||', 'c', 'd'].map((text, index) => ({ depth: Math.min(index % 3, 1), text, range }));
const conditions = [
  { text: 'a > 5', rows, omitted: 3, range },
  { text: '', rows: [], omitted: 0, range },
];
const changed = { place: '/toDate', what: 'changed', sent: 'a', stored: 'b' } as const;
const nothing = { facts: [], frames: [], periods: [], spans: [], cycles: 0, targets: [] };
const headline = { ...previewModel().headline, name: '', active: false };
const levels = ['error', 'warning', 'information', 'hint'] as const;
const [undated] = previewModel().periods.map(({ index, active, range }) => ({ index, name: '', active, range }));
const backwards = {
  index: 4,
  name: 'Cycle_5',
  startDay: '2027-10-30',
  endDay: '2027-10-28',
  active: true,
  range: headline.range,
};
const span = (kind: 'gap' | 'overlap', startDay: string, endDay: string, days: number, between: [number, number]) => ({
  kind,
  startDay,
  endDay,
  days,
  between,
});
const withoutId = Object.fromEntries(Object.entries(submittedView()).filter(([key]) => key !== 'id'));

/** Everything that the page has a word for, beside what the examples have. */
const messages: readonly object[] = [
  { kind: 'picture', model: previewModel({ state: 'unreadable' }) },
  { kind: 'picture', model: previewModel({ state: 'broken' }) },
  { kind: 'request', text: '{}', omitted: 5 },
  {
    kind: 'picture',
    model: previewModel({
      rhythm: { window: 'agnostic', unit: '', every: 1, rounds: 2, off: 0 },
      extent: { startDay: todays, endDay: todays },
      omitted: { periods: 5, spans: 7, levels: 0, targets: 0, problems: 0 },
      targets: [{ ...target(0, '', '', ['1']), valueCount: 2, conditions }],
    }),
  },
  { kind: 'picture', model: previewModel({ ...nothing, headline, problems: [], problemCounts: counts(0) }) },
  { kind: 'picture', model: previewModel({ periods: undated ? [undated] : [], spans: [], targets: [] }) },
  {
    kind: 'picture',
    model: previewModel({
      periods: [...previewModel().periods, period(3, 'Cycle_4 2027-10-18 2027-10-25 8 off'), backwards],
      spans: [
        ...previewModel().spans,
        span('overlap', '2027-10-18', '2027-10-20', 3, [2, 3]),
        span('gap', '2027-10-26', '2027-10-26', 1, [3, 4]),
      ],
      levels: [level('', '1', 300), level('', '3', 301)],
      rhythm: { window: 'cyclic', unit: '', every: 1, rounds: 20, off: 0 },
      targets: [
        { ...target(0, '', 'TRANSACTION SALES', ['1', '2']), active: false },
        target(1, 'b', '', ['1', '2', '3', '4', '5', '6']),
      ],
      problems: levels.map((level, line) => problem(level, level, line)),
      problemCounts: counts(3),
      omitted: { periods: 0, spans: 0, levels: 0, targets: 2, problems: 3 },
    }),
  },
  ...(['sandbox', 'production'] as const).map((kind) => ({ kind: 'submitted', view: submittedView({ kind }) })),
  { kind: 'submitted', view: submittedView({ outcome: 'unknown', isSameText: false, changes: [changed] }) },
  { kind: 'submitted', view: submittedView({ outcome: 'pending', periods: [], changes: [], editable: [] }) },
  { kind: 'submitted', view: withoutId },
  { kind: 'picture', model: previewModel({ state: 'broken' }) },
  { kind: 'picture', model: previewModel({ state: 'unreadable' }) },
  { kind: 'stalled', reason: 'closed' },
  { kind: 'stalled', reason: 'unanswered' },
  ...[...exampleModels().values()].map((model) => ({ kind: 'picture', model })),
];

function counts(number: number): PreviewModel['problemCounts'] {
  return { error: number, warning: number, information: number, hint: number };
}

/** Every text that the page shows or says: of its nodes, and of the attributes that are read out. */
const shown = () =>
  preview.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      // Words with a text of the document between them are one text.
      const isPart = [...(parent?.children ?? [])].every((one) => one.matches('bdi, .inline'));
      found.push((isPart ? parent?.textContent : textContent) ?? '');
    }
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
      for (const one of document.querySelectorAll(`body [${name}]`)) found.push(one.getAttribute(name) ?? '');
    }
    return found.filter((text) => text.trim() !== '');
  });

/** Texts that came with the model: those of the document, and the server's words. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const phrases = [
    'rhythm' in value ? sentencePhrase(value as PreviewModel) : [],
    'entity' in value ? measureOf(value as PreviewKpi) : [],
    'text' in value ? (conditionInWords(String(value.text)) ?? []) : [],
  ];
  const said = phrases.flatMap((phrase) => [
    phrase.map(({ text }) => text).join(''),
    ...phrase.map(({ text }) => text),
  ]);
  const fact =
    'values' in value && 'field' in value ? [labelOf(value as PreviewFact), valueInWords(value as PreviewFact)] : [];
  const kind = 'kind' in value ? [kindInWords(String(value.kind))] : [];
  return [...said, ...fact, ...kind, ...Object.values(value).flatMap(textsOf)];
}

const withoutDays = (text: string) => text.replace(/\d{1,2} [A-Z][a-z]{2,3}( \d{4})?|[A-Z][a-z]{2,3} \d{4}/g, '');

/** What is left of a text without ours, those of the model (the longest first), days and numbers. */
function foreignPart(text: string, given: readonly string[]): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  // Of a name in the drawing there may be no more than the beginning.
  const beginning = /^(.*)…$/u.exec(rest)?.[1];
  if (beginning !== undefined && [...given, ...Object.values(texts)].some((one) => one.startsWith(beginning)))
    return '';
  rest = withoutDays(rest);
  for (const one of given) rest = rest.replace(withoutDays(one), '');
  return rest.replace(/-?\d+|[–…:,\s]/g, '');
}

/** Parts of the page that reach beyond the window. What scrolls by itself, or is cut on purpose, may. */
const overflowing = () =>
  preview.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll('body *:not(.wide *, svg svg *, title, .spoken, .problems code)')]
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''}: ${one.textContent.slice(0, 80)}`);
    const scroll = document.documentElement.scrollWidth - width;
    return scroll > 0 ? [`${scroll} pixels to scroll`, ...beyond] : beyond;
  });

async function show(message: object, generation: number): Promise<void> {
  const whole = 'model' in message || 'reason' in message ? { ...message, generation } : message;
  assert.ok(isMessageToPreview(whole), 'the page would refuse it');
  await preview.send(whole);
  await preview.page.locator('.timeline svg[role], .absent, .notice').first().waitFor();
}

describe('in a language of longer words', () => {
  it('every text is translated, and each is shown somewhere', async () => {
    await preview.send({ kind: 'start', texts, uri: 'file:///x' });
    const all: string[] = await shown();
    const given = ['POST /v3/targetGroups', ...messages.flatMap((one) => textsOf(one))].sort(
      (one, other) => other.length - one.length,
    );
    for (const [index, message] of messages.entries()) {
      await show(message, index + 1);
      if (index === 0) await preview.page.locator('.request summary').click();
      const here = await shown();
      assert.deepEqual(
        here.filter((text) => foreignPart(text, given) !== ''),
        [],
        `message ${index}`,
      );
      all.push(...here);
    }
    const beginningOf = (key: string) => (texts[key] ?? '').split('{')[0] ?? '';
    const together = all.join('\n');
    const unseen = (Object.keys(previewTexts) as PreviewTextKey[]).filter(
      (key) => !together.includes(beginningOf(key)),
    );
    assert.deepEqual(unseen, []);
  });

  const sizes = {
    '400 pixels wide': { width: 400, print: 13 },
    '640 pixels wide at 200 %': { width: 320, print: 13 },
    '400 pixels wide, print twice as big': { width: 400, print: 26 },
  };
  for (const [name, { width, print }] of Object.entries(sizes)) {
    it(`nothing reaches beyond the page, ${name}`, async () => {
      await reopenPreview({ width });
      await preview.page.evaluate((size) => {
        document.documentElement.style.setProperty('--vscode-font-size', `${size}px`);
      }, print);
      await preview.send({ kind: 'start', texts, uri: 'file:///x' });
      for (const [index, message] of messages.entries()) {
        await show(message, index + 1);
        assert.deepEqual(await overflowing(), [], `message ${index}`);
      }
    });
  }
});
