/** The calendar day of a moment in the zone of this machine, `YYYY-MM-DD`. */
export function toLocalDay(moment: Date): string {
  const [month, date] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month ?? ''}-${date ?? ''}`;
}
