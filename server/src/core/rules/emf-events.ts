/** The system events that are documented as counting alone, without an attribute to add up (FACTS b.2). */
const events: ReadonlySet<string> = new Set([
  'CustomerRegistration',
  'PointsRedemption',
  'ReturnBill',
  'PointsTransfer',
]);

export function isEmfEvent(name: string | undefined): boolean {
  return name !== undefined && events.has(name);
}
