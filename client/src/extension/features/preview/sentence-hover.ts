import { Hover, type HoverProvider, MarkdownString, Range } from 'vscode';
import { phraseMarkdown } from '../../../../../server/src/protocol/preview-markdown';
import { sentencePhrase } from '../../../../../server/src/protocol/preview-sentence';
import { requests } from '../../../../../server/src/protocol/requests';
import type { PreviewModel, PreviewParams } from '../../../../../server/src/protocol/requests';
import type { LanguageServer } from '../../language-client';

/** Says on the group's name what the whole definition is about, in the preview's sentence. */
export function createSentenceHover(server: LanguageServer): HoverProvider {
  return {
    provideHover: async (document, position, token) => {
      // Asked only where it may be the name: a hover is asked for wherever the mouse rests.
      if (!document.lineAt(position).text.includes('"name"')) return undefined;
      const params: PreviewParams = { uri: document.uri.toString() };
      const model = await server.request<PreviewModel | null>(requests.preview, params, token);
      if (model?.version !== document.version) return undefined;
      const { start, end } = model.headline.range;
      const range = new Range(start.line, start.character, end.line, end.character);
      const sentence = phraseMarkdown(sentencePhrase(model));
      // Not appendText: that writes blanks at which no line breaks.
      return sentence !== '' && range.contains(position) ? new Hover(new MarkdownString(sentence), range) : undefined;
    },
  };
}
