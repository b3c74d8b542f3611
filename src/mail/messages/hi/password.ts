import { duration, paragraphs, type MailWords } from '../mail-words.ts';

export const password: Pick<MailWords, 'password-reset' | 'password-changed'> = {
  'password-reset': ({ link, validSeconds, network }, { name, institution }) => ({
    subject: `${institution} के लिए नया पासवर्ड चुनें`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `किसी ने, शायद आपने ही, आपके ${institution} खाते के लिए नया पासवर्ड माँगा है। नया पासवर्ड चुनने के लिए यह लिंक खोलें:`,
      link,
      `यह लिंक केवल एक बार काम करता है। समय सीमा: ${duration(validSeconds, 'hi')}। कृपया यह मेल किसी को न भेजें, क्योंकि जिसके पास यह लिंक है वह आपका पासवर्ड बदल सकता है।`,
      `यह अनुरोध आपने नहीं किया? तो आपको कुछ नहीं करना है: आपका पासवर्ड वैसा ही रहेगा, और इस मेल के बिना इस लिंक का उपयोग नहीं हो सकता। अनुरोध इस नेटवर्क से आया था: ${network}`,
    ),
  }),

  'password-changed': ({ network, forgotPasswordPage, accountPage }, { name, institution }) => ({
    subject: `आपका ${institution} पासवर्ड बदल दिया गया है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `आपके ${institution} खाते का पासवर्ड अभी-अभी बदला गया है। यह बदलाव इस नेटवर्क से हुआ: ${network}। जो ब्राउज़र पहले से साइन इन थे, उन्हें साइन आउट कर दिया गया है।`,
      'यह आपने किया? तो आपको कुछ नहीं करना है।',
      'यह आपने नहीं किया? तुरंत नया पासवर्ड चुनें, और देखें कि किन ऐप के पास आपके डेटा तक पहुँच है:',
      forgotPasswordPage,
      accountPage,
    ),
  }),
};
