import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What the parts of pages say by themselves. */
export const components = {
  problem: 'Problem',
  done: 'Done',
  note: 'Note',
  someThingsNeedAttention: 'Some things need your attention',

  show: 'Show',
  hide: 'Hide',
  /** After "Show" or "Hide", for those who do not see the field. */
  whichPassword: (label: string): string => label.toLowerCase(),

  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected',
  selectedToCopy: 'Selected, copy it with your keyboard',
  /** After "Copy", for those who do not see the field. */
  whichValue: (label: string): string => label,

  typeToConfirm: (what: string): string => `Type ${what} to confirm`,
  whatToType: (expected: Child): JSX.Element => <>It is {expected}</>,

  status: {
    draft: 'Draft',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    approved: 'Approved',
    rejected: 'Not approved',
    suspended: 'Suspended',
    retired: 'Retired',
  },
};
