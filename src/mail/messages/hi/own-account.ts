import { type MailWords, paragraphs } from '../mail-words.ts';

export const ownAccount: Pick<MailWords, 'app-access' | 'new-sign-in' | 'data-exported'> = {
  'app-access': ({ app, widened, data, accountPage }, { name, institution }) => ({
    subject: widened ? `${app} अब आपका और डेटा पढ़ सकता है` : `${app} आपका डेटा पढ़ सकता है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      widened
        ? `आपने ${app} को अपने ${institution} खाते का और डेटा पढ़ने की अनुमति दी है।`
        : `आपने ${app} को अपने ${institution} खाते का डेटा पढ़ने की अनुमति दी है।`,
      data === '' ? '' : `अब यह ऐप जो पढ़ सकता है और पहले नहीं पढ़ सकता था: ${data}।`,
      `यह ऐप क्या पढ़ता है, यह आप अपने खाते के पेज पर देख सकते हैं और इसकी पहुँच वहीं कभी भी समाप्त कर सकते हैं:`,
      accountPage,
      `यदि यह आप नहीं थे, तो वहाँ ऐप की पहुँच समाप्त करें और अपना पासवर्ड बदलें।`,
    ),
  }),
  'new-sign-in': ({ network, device, accountPage, forgotPasswordPage }, { name, institution }) => ({
    subject: `आपके ${institution} खाते में नया साइन इन`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `आपके ${institution} खाते में किसी ऐसे ब्राउज़र से साइन इन हुआ है, जिसे हमने वहाँ पहले नहीं देखा था: ${device}, नेटवर्क ${network}।`,
      `यदि यह आप थे, तो कुछ करने की ज़रूरत नहीं है।`,
      `यदि नहीं, तो नया पासवर्ड चुनें। इससे हर ब्राउज़र साइन आउट हो जाएगा:`,
      forgotPasswordPage,
      `आप कहाँ-कहाँ साइन इन हैं:`,
      accountPage,
    ),
  }),
  'data-exported': (
    { network, device, accountPage, forgotPasswordPage },
    { name, institution },
  ) => ({
    subject: `आपका ${institution} डेटा डाउनलोड किया गया`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `आपके बारे में रखी गई पूरी जानकारी की एक प्रति आपके पासवर्ड से डाउनलोड की गई है: ${device}, नेटवर्क ${network}।`,
      `यदि यह आप थे, तो कुछ करने की ज़रूरत नहीं है। फ़ाइल ऐसी जगह रखें जहाँ केवल आप उसे पढ़ सकें।`,
      `यदि नहीं, तो नया पासवर्ड चुनें:`,
      forgotPasswordPage,
      `और देखें कि आप कहाँ-कहाँ साइन इन हैं:`,
      accountPage,
    ),
  }),
};
