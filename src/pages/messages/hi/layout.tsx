import type { layout as english } from '../en/layout.tsx';

export const layout: typeof english = {
  skipToContent: 'मुख्य सामग्री पर जाएँ',
  mainNavigation: 'मुख्य',
  home: 'होम',
  signIn: 'साइन इन करें',
  unreadNotifications: (count) => (count === 1 ? '1 सूचना' : `${count} सूचनाएँ`),
  signOut: 'साइन आउट करें',
  yourAccount: 'आपका खाता',
  developer: 'डेवलपर',
  review: 'समीक्षा',
  people: 'लोग',
  audit: 'ऑडिट लॉग',
  institution: 'संस्थान',
  runBy: (institution) => `${institution} के खाते, जिन्हें संस्थान स्वयं चलाता है।`,
  contact: (contact) => <>प्रश्न या शिकायत: {contact}</>,
  developerTerms: 'डेवलपर के लिए उपयोग की शर्तें',
  language: 'भाषा',
};
