/** True for the window whose cycles follow the calendar; the API takes it where none is named (FACTS a.1). */
export function isFixedWindow(window: string): boolean {
  return window === 'FIXED_CALENDAR_WINDOW';
}

/** True for both kinds of streak: what holds for `STREAKS` holds for `NON_CONTINUOUS_STREAKS` (RULES). */
export function isStreak(trackingType: string | undefined): boolean {
  return trackingType === 'STREAKS' || trackingType === 'NON_CONTINUOUS_STREAKS';
}
