/** What decides how a shape or a text looks; the rest stands in attributes already. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const;

/**
 * The drawing of the timeline as a picture of its own, in the colours that it has on the page; empty without a drawing. The
 * texts in it are escaped by the browser's own serializer.
 */
export function toSvgText(): string {
  const drawing = document.querySelector('.timeline svg[role]');
  if (drawing === null) return '';
  const copy = drawing.cloneNode(true) as Element;
  const originals = [...drawing.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original !== undefined) dress(element, getComputedStyle(original));
    for (const name of ['class', 'role', 'tabindex', 'data-place', 'aria-current', 'aria-hidden']) {
      element.removeAttribute(name);
    }
  }
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('role', 'img');
  copy.removeAttribute('aria-describedby');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

function dress(element: Element, style: CSSStyleDeclaration): void {
  for (const name of looks) {
    const value = style.getPropertyValue(name);
    if (value !== '') element.setAttribute(name, toPlainColour(value));
  }
}

/** Mixed colours in the form that every program knows: `color(srgb 1 0.5 0 / 0.3)` as `rgba(255, 128, 0, 0.3)`. */
function toPlainColour(value: string): string {
  return value.replace(/color\(srgb ([^)]*)\)/g, (_, given: string) => {
    const [channels = '', alpha = '1'] = given.split('/');
    const bytes = channels
      .trim()
      .split(' ')
      .map((channel) => Math.round(Number(channel) * 255));
    return `rgba(${[...bytes, alpha.trim()].join(', ')})`;
  });
}
