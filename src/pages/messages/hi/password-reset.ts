import type { passwordReset as english } from '../en/password-reset.ts';

export const passwordReset: typeof english = {
  forgotTitle: 'पासवर्ड भूल गए',
  forgotHeading: 'पासवर्ड भूल गए?',
  forgotLead: 'बताएँ कि आप कौन हैं, और हम आपको नया पासवर्ड चुनने का लिंक मेल कर देंगे।',
  mailMeALink: 'मुझे लिंक मेल करें',
  nothingSent: 'कोई मेल नहीं भेजा गया',
  tooManyRequests: (wait) => `बहुत बार अनुरोध किया गया। ${wait} बाद फिर से कोशिश करें।`,

  sentTitle: 'अपना मेल देखें',
  sentLead:
    'आपने जो लिखा है, अगर वह किसी खाते का है, तो नया पासवर्ड चुनने का लिंक उस खाते में दर्ज ईमेल पते पर भेजा जा रहा है।',
  sentValid: (minutes) => `लिंक केवल एक बार और ${minutes} मिनट तक काम करेगा।`,
  sentNothingThere: 'मेल नहीं मिला? स्पैम फ़ोल्डर देखें, और जो लिखा था उसे जाँच लें।',
  sentNoAddress: (institution) =>
    `आपके रिकॉर्ड में ईमेल पता नहीं है, या वह अब आपका नहीं है? ${institution} में खातों की देखरेख करने वालों से पूछें।`,
  backToSignIn: 'साइन इन पर लौटें',

  resetTitle: 'नया पासवर्ड चुनें',
  resetLead: 'आप अभी जहाँ-जहाँ साइन इन हैं, वहाँ से साइन आउट हो जाएँगे।',

  expiredTitle: 'यह लिंक अब काम नहीं करता',
  expiredLead:
    'नया पासवर्ड चुनने का लिंक केवल एक बार और थोड़े समय तक काम करता है, और नया लिंक पुराने की जगह ले लेता है।',
  getNewLink: 'नया लिंक पाएँ',
};
