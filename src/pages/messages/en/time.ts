/** Points in time and durations; the rest comes from `Intl`. */
export const time = {
  justNow: 'just now',
  onDate: (date: string): string => `on ${date}`,
  aMinute: 'a minute',
};
