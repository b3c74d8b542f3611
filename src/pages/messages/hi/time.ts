import type { time as english } from '../en/time.ts';

export const time: typeof english = {
  justNow: 'अभी-अभी',
  onDate: (date) => `${date} को`,
  aMinute: 'एक मिनट',
};
