import { paragraphs, quoted, type MailWords } from '../mail-words.ts';

const reviewer = (message: string): string =>
  message === '' ? '' : `समीक्षक ने लिखा है:\n\n${quoted(message)}`;

export const review: Pick<MailWords, 'app-approved' | 'app-rejected' | 'app-suspended'> = {
  'app-approved': ({ app, again, message, appPage }, { name }) => ({
    subject: again ? `${app} को फिर से स्वीकृति मिल गई है` : `${app} को स्वीकृति मिल गई है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `एक मेंटेनर ने ${app} को उस जानकारी के साथ स्वीकृति दी है जो यह ऐप माँगता है। अब लोग इसमें साइन इन कर सकते हैं।`,
      reviewer(message),
      `आपका ऐप:\n${appPage}`,
    ),
  }),

  'app-rejected': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `${app} को स्वीकृति नहीं मिली`,
    text: paragraphs(
      `नमस्ते ${name},`,
      isChange
        ? `एक मेंटेनर ने ${app} की बदली हुई माँग को स्वीकृति नहीं दी। इसमें कोई नया व्यक्ति साइन इन नहीं कर सकता। पहले दी गई पहुँच उसी जानकारी के साथ जारी रहेगी जिसे तब स्वीकृति मिली थी।`
        : `एक मेंटेनर ने ${app} को स्वीकृति नहीं दी। लोग इसमें साइन इन नहीं कर सकते।`,
      reviewer(message),
      `समीक्षक ने जो कहा है उसे बदलें, फिर अपना ऐप दोबारा समीक्षा के लिए भेजें:\n${appPage}`,
    ),
  }),

  'app-suspended': ({ app, message, appPage }, { name }) => ({
    subject: `${app} निलंबित कर दिया गया है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `एक मेंटेनर ने ${app} को निलंबित कर दिया है। इसमें कोई साइन इन नहीं कर सकता, और इसके टोकन स्वीकार नहीं किए जाते।`,
      reviewer(message),
      `निलंबन हटवाने के लिए मेंटेनर से बात करें। आपका ऐप:\n${appPage}`,
    ),
  }),
};
