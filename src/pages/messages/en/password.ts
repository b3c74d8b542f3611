/** About choosing and entering passwords, wherever that is. */
export const password = {
  hint: 'At least 10 characters. Three or four words in a row are easy to remember and hard to guess.',
  notChanged: 'Your password is not changed',
  newPassword: 'New password',
  change: 'Change password',

  wrongCurrent: 'This is not your current password.',
  tooManyAttempts: (wait: string): string => `There were too many attempts. Try again in ${wait}.`,

  /** Why a new one is not acceptable, and what to do. */
  tooShort: (shortest: number): string => `This is too short. Use at least ${shortest} characters.`,
  tooLong: (longest: number): string => `This is too long. Use at most ${longest} characters.`,
  personal: 'This is little more than your own name or number. Add some words of your own.',
  common: 'This is among the first passwords that others would try. Choose another one.',
};
