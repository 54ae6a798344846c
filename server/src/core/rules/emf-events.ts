/** The system events that are documented as counting alone, without an attribute to add up (FACTS b.2). */
export const emfEvents: readonly string[] = [
  'CustomerRegistration',
  'PointsRedemption',
  'ReturnBill',
  'PointsTransfer',
];

export function isEmfEvent(name: string | undefined): boolean {
  return name !== undefined && emfEvents.includes(name);
}
