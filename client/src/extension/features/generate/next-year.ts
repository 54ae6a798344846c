/** The year that a text names last, counted up; `undefined` where it names none. */
function withNextYear(text: string): string | undefined {
  const year = [...text.matchAll(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g)].at(-1);
  if (!year) return undefined;
  return text.slice(0, year.index) + String(Number(year[0]) + 1) + text.slice(year.index + 4);
}

/** The name of a group a year later. @param year of the later one. */
export function nextName(name: string, year: string): string {
  return withNextYear(name) ?? `${name.slice(0, 190)} ${year}`.trim();
}

const extension = /(\.targetgroup)?\.json$/i;

/** The name of the file of the definition a year later. @param number 1 for the first choice, 2 for the next. */
export function nextFileName(name: string, number: number): string {
  const stem = name.replace(extension, '');
  const next = withNextYear(stem) ?? `${stem}-next-year`;
  return `${next}${number > 1 ? `-${number}` : ''}.targetgroup.json`;
}
