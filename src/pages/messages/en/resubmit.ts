/** A form of ours that arrived too late. */
export const resubmit = {
  title: 'Send this again?',
  lead: 'The page was open for a long time, or you signed in or out in another tab meanwhile. To be safe, nothing was done yet.',
  stillHere: 'What you wrote is still here. Passwords and files have to be entered again.',
  sendAgain: 'Send again',
  leaveIt: 'Leave it',
};
