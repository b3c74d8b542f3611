/** Whether the text is a date of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // 30 February becomes 2 March; what changes on the way was no date.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
