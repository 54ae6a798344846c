/**
 * JSON on one line that neither a terminal nor a build takes for an order (see `toLine`): what could be one is escaped, so
 * that the value stays the same.
 */
export function toSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]|#(?=#)/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
