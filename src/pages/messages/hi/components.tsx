import type { components as english } from '../en/components.tsx';

export const components: typeof english = {
  problem: 'समस्या',
  done: 'हो गया',
  note: 'ध्यान दें',
  someThingsNeedAttention: 'कुछ बातों पर ध्यान दें',

  show: 'दिखाएँ',
  hide: 'छिपाएँ',
  whichPassword: (label) => `– ${label}`,

  copy: 'कॉपी करें',
  copied: 'कॉपी हो गया',
  selected: 'चुना गया',
  selectedToCopy: 'चुना गया, अब कीबोर्ड से कॉपी करें',
  whichValue: (label) => `– ${label}`,

  typeToConfirm: (what) => `पुष्टि के लिए ${what} लिखें`,
  whatToType: (expected) => <>यह लिखें: {expected}</>,

  status: {
    draft: 'ड्राफ़्ट',
    'in-review': 'समीक्षा में',
    'changes-requested': 'बदलाव चाहिए',
    approved: 'स्वीकृत',
    rejected: 'अस्वीकृत',
    suspended: 'निलंबित',
    retired: 'बंद',
  },
};
