import assert from 'node:assert/strict';
import { createPageFeed } from '../../../../../../../client/src/extension/features/preview/page-feed';
import { initialState, receive } from '../../../../../../../client/src/webview/preview/page-state';
import type { MessageToPreview } from '../../../../../../../server/src/protocol/preview-messages';
import { isMessageToPreview } from '../../../../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../../../server/src/protocol/requests';
import { previewModel, submittedView } from '../../../../../../support/preview/models';

const model = (version: number, state: PreviewModel['state']) => previewModel({ version, state });

describe('what the page is told', () => {
  const histories: Readonly<Record<string, (feed: ReturnType<typeof createPageFeed>) => void>> = {
    nothing: () => undefined,
    'a complete picture': (feed) => {
      feed.show(model(1, 'complete'));
    },
    'a broken one only': (feed) => {
      feed.show(model(1, 'broken'));
    },
    'a broken one after a complete one': (feed) => {
      feed.show(model(1, 'complete'));
      feed.show(model(2, 'complete'));
      feed.show(model(3, 'broken'));
      feed.show(model(4, 'broken'));
    },
    'a complete one after a broken one': (feed) => {
      feed.show(model(1, 'broken'));
      feed.show(model(2, 'complete'));
    },
    'the file was closed': (feed) => {
      feed.show(model(1, 'complete'));
      feed.show(model(2, 'broken'));
      feed.stall('closed');
    },
    'the definition was sent': (feed) => {
      feed.show(model(1, 'complete'));
      feed.submitted(submittedView());
    },
    'what was sent is forgotten': (feed) => {
      feed.submitted(submittedView());
      feed.submitted(undefined);
    },
    'the server came back': (feed) => {
      feed.stall('unanswered');
      feed.show(model(2, 'complete'));
    },
  };

  for (const [name, live] of Object.entries(histories)) {
    it(`${name}: a page that starts anew looks the same`, () => {
      const messages: MessageToPreview[] = [];
      const feed = createPageFeed((message) => messages.push(message));
      live(feed);
      const before = messages.splice(0);
      feed.start(previewTexts, 'file:///x');
      assert.ok([...before, ...messages].every(isMessageToPreview));
      const old = before.reduce(receive, initialState);
      const fresh = messages.reduce(receive, initialState);
      assert.deepEqual({ ...fresh, generation: 0 }, { ...old, generation: 0 });
      assert.deepEqual(messages.reduce(receive, old), fresh, 'an old page takes it too');
      assert.equal(feed.oldestVersion(), old.shown?.version);
    });
  }

  it('is told of the request only while it shows it, and only of another one', () => {
    const messages: MessageToPreview[] = [];
    const feed = createPageFeed((message) => messages.push(message));
    feed.request('{}');
    feed.wantRequest(true);
    feed.request('{}');
    feed.request('{}');
    feed.request(undefined);
    feed.request('x'.repeat(500_003));
    feed.wantRequest(false);
    feed.request('[]');
    feed.wantRequest(true);
    feed.request('{}');
    feed.start(previewTexts, 'file:///x');
    feed.request('[1]');
    assert.deepEqual(
      messages.map((message) => (message.kind === 'request' ? [message.text.length, message.omitted] : message.kind)),
      [[2, 0], [500_000, 3], [2, 0], 'start', 'submitted'],
    );
    assert.ok(messages.every(isMessageToPreview));
  });

  it('is told of the cursor as a place of the picture that it shows', () => {
    const messages: MessageToPreview[] = [];
    const feed = createPageFeed((message) => messages.push(message));
    const asked: number[] = [];
    const drift = {
      before: (place: { line: number; character: number }, version: number) => {
        asked.push(version);
        return place;
      },
    };
    const at = { line: 2, character: 3 };
    feed.cursor(drift);
    feed.cursor(drift, at);
    assert.equal(messages.length, 0, 'there is no picture yet');
    feed.show(model(4, 'complete'));
    feed.show(model(5, 'broken'));
    feed.cursor(drift);
    assert.deepEqual(messages.at(-1), { kind: 'cursor', version: 4, position: at });
    assert.deepEqual(asked, [4]);
  });

  it('is told of a submit once, and again when something of it is another', () => {
    const messages: MessageToPreview[] = [];
    const feed = createPageFeed((message) => messages.push(message));
    feed.submitted(undefined);
    feed.submitted(submittedView());
    feed.submitted(submittedView());
    feed.submitted(submittedView({ isSameText: false }));
    feed.submitted(undefined);
    assert.deepEqual(
      messages.map((message) => message.kind === 'submitted' && message.view?.isSameText),
      [true, false, undefined],
    );
  });
});
