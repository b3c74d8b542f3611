import type { signIn as english } from '../en/sign-in.ts';

export const signIn: typeof english = {
  title: 'साइन इन',
  lead: (institution) => `अपने ${institution} खाते से।`,
  identifier: 'यूज़रनेम, ईमेल पता या फ़ोन नंबर',
  identifierHint: 'आपकी नामांकन संख्या या कर्मचारी संख्या भी चलेगी।',
  password: 'पासवर्ड',
  signIn: 'साइन इन करें',
  forgotPassword: 'पासवर्ड भूल गए?',

  notSignedIn: 'आप साइन इन नहीं हुए',
  wrongCredentials: 'यह नाम और पासवर्ड आपस में मेल नहीं खाते। दोनों जाँचकर फिर से कोशिश करें।',

  demoTitle: 'डेमो कैंपस',
  demoSummary: 'यहाँ कुछ काल्पनिक लोग हैं। आसपास देखने के लिए उनमें से किसी के रूप में साइन इन करें।',
  withPassword: 'पासवर्ड',
  asPerson: (who) => `– ${who}`,
};
