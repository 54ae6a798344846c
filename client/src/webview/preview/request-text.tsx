import { fill, usePage } from './page-context';
import type { RequestShown } from './page-state';

interface RequestTextProps {
  readonly request: RequestShown;
  readonly toggle: (isOpen: boolean) => void;
}

/** The text that a submit sends, as it is. Asked for when it is opened: nobody needs it with every keystroke. */
export function RequestText({ request, toggle }: RequestTextProps) {
  const { texts } = usePage();
  const { isOpen, text, omitted } = request;
  return (
    <details
      class="request"
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) toggle(event.currentTarget.open);
      }}
    >
      <summary>{texts.request}</summary>
      {isOpen && text !== undefined && (
        <>
          <p class="verb">
            <code>POST /v3/targetGroups</code>
          </p>
          <pre tabIndex={0} role="group" aria-label={texts.request}>
            {text}
          </pre>
          {omitted > 0 && <p class="absent">{fill(texts.requestCut, omitted)}</p>}
        </>
      )}
    </details>
  );
}
