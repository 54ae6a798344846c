import type { PreviewFrame } from '../../../../server/src/protocol/requests';
import { stretchInWords } from './days';
import { usePage } from './page-context';
import { Place } from './place';

/** Dates of the group in words, where there is no timeline that they could be drawn in. */
export function Frames({ frames }: { readonly frames: readonly PreviewFrame[] }) {
  const { format } = usePage();
  if (frames.length === 0) return null;
  return (
    <dl class="facts frames">
      {frames.map((frame, index) => (
        <div key={index}>
          <dt>{frame.label}</dt>
          <dd>
            <Place range={frame.range}>{stretchInWords(frame, format)}</Place>
          </dd>
        </div>
      ))}
    </dl>
  );
}
