import assert from 'node:assert/strict';
import { initialState, receive } from '../../../../../../client/src/webview/preview/page-state';
import type { PageState } from '../../../../../../client/src/webview/preview/page-state';
import type { MessageToPreview } from '../../../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../../server/src/protocol/requests';
import { previewModel, submittedView } from '../../../../../support/preview/models';

const picture = (generation: number, version: number, state: PreviewModel['state']): MessageToPreview => ({
  kind: 'picture',
  generation,
  model: previewModel({ version, state }),
});
const stalled = (generation: number, reason: 'closed' | 'unanswered'): MessageToPreview => ({
  kind: 'stalled',
  generation,
  reason,
});

const after = (...messages: MessageToPreview[]): PageState => messages.reduce(receive, initialState);
const seen = ({ shown, newest, notice }: PageState) => [shown?.version, newest?.version, notice];

describe('the state of the page', () => {
  const cases: { readonly name: string; readonly messages: MessageToPreview[]; readonly expected: unknown[] }[] = [
    { name: 'nothing yet', messages: [], expected: [undefined, undefined, undefined] },
    { name: 'a picture', messages: [picture(1, 5, 'complete')], expected: [5, 5, undefined] },
    {
      name: 'the last complete picture stays while the text is broken, with the problems of the newest',
      messages: [picture(1, 5, 'complete'), picture(2, 6, 'broken'), picture(3, 7, 'broken')],
      expected: [5, 7, 'broken'],
    },
    {
      name: 'it goes when the text is whole again',
      messages: [picture(1, 5, 'complete'), picture(2, 6, 'broken'), picture(3, 7, 'complete')],
      expected: [7, 7, undefined],
    },
    {
      name: 'a text that is broken from the start shows what could be read',
      messages: [picture(1, 1, 'broken'), picture(2, 2, 'broken')],
      expected: [2, 2, 'brokenFromStart'],
    },
    {
      name: 'no definition from the start',
      messages: [picture(1, 1, 'unreadable')],
      expected: [1, 1, 'unreadable'],
    },
    {
      name: 'no definition any more',
      messages: [picture(1, 1, 'complete'), picture(2, 2, 'unreadable')],
      expected: [1, 2, 'unreadableNow'],
    },
    {
      name: 'broken after unreadable shows what could be read',
      messages: [picture(1, 1, 'unreadable'), picture(2, 2, 'broken')],
      expected: [2, 2, 'brokenFromStart'],
    },
    {
      name: 'an older generation is ignored',
      messages: [picture(4, 8, 'complete'), picture(3, 7, 'complete'), stalled(4, 'closed')],
      expected: [8, 8, undefined],
    },
    {
      name: 'the picture stays when the file is closed',
      messages: [picture(1, 5, 'complete'), stalled(2, 'closed')],
      expected: [5, 5, 'closed'],
    },
    {
      name: 'it follows again afterwards',
      messages: [picture(1, 5, 'complete'), stalled(2, 'unanswered'), picture(3, 1, 'complete')],
      expected: [1, 1, undefined],
    },
  ];
  for (const { name, messages, expected } of cases) {
    it(name, () => {
      assert.deepEqual(seen(after(...messages)), expected);
    });
  }

  it('is the very same when a message comes too late', () => {
    const state = after(picture(4, 8, 'complete'));
    assert.equal(receive(state, picture(4, 9, 'complete')), state);
  });

  it('tells what became of the definition, whatever picture it shows', () => {
    const view = submittedView();
    const state = after(picture(4, 8, 'complete'), { kind: 'submitted', view }, picture(5, 9, 'broken'));
    assert.deepEqual([...seen(state), state.submitted], [8, 9, 'broken', view]);
    assert.equal(receive(state, { kind: 'submitted', view: null }).submitted, null);
  });

  it('keeps everything when the texts are translated', () => {
    const texts = { ...previewTexts, periods: 'Perioden' };
    const state = after(picture(4, 8, 'complete'), { kind: 'start', texts, uri: 'file:///x' });
    assert.deepEqual([...seen(state), state.texts.periods, state.generation], [8, 8, undefined, 'Perioden', 4]);
  });
});
