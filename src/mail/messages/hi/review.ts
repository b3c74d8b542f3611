import { paragraphs, quoted, type MailWords } from '../mail-words.ts';

const reviewer = (message: string): string =>
  message === '' ? '' : `समीक्षक ने लिखा है:\n\n${quoted(message)}`;

export const review: Pick<
  MailWords,
  | 'app-approved'
  | 'app-rejected'
  | 'app-suspended'
  | 'app-changes-requested'
  | 'app-message'
  | 'app-attestation'
> = {
  'app-approved': ({ app, again, message, appPage }, { name }) => ({
    subject: again ? `${app} को फिर से स्वीकृति मिल गई है` : `${app} को स्वीकृति मिल गई है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `एक मेंटेनर ने ${app} को स्वीकृति दे दी है। अब लोग इसमें साइन इन कर सकते हैं; यह ऐप उनसे कौन-सी जानकारी माँग सकता है, यह इसके पेज पर लिखा है।`,
      reviewer(message),
      `आपका ऐप:\n${appPage}`,
    ),
  }),

  'app-rejected': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `${app} को स्वीकृति नहीं मिली`,
    text: paragraphs(
      `नमस्ते ${name},`,
      isChange
        ? `एक मेंटेनर ने ${app} की बदली हुई माँग को स्वीकृति नहीं दी। ऐप उसी जानकारी के साथ चलता रहेगा जिसे पहले स्वीकृति मिली थी।`
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

  'app-changes-requested': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `${app} को स्वीकृति से पहले एक बदलाव चाहिए`,
    text: paragraphs(
      `नमस्ते ${name},`,
      isChange
        ? `एक मेंटेनर ने ${app} की बदली हुई माँग देखी है और कुछ और बदलने को कहा है। ऐप उसी जानकारी के साथ चलता रहेगा जिसे पहले स्वीकृति मिली थी।`
        : `एक मेंटेनर ने ${app} देखा है और एक बदलाव माँगा है। उसके बाद इसे स्वीकृति मिल सकती है।`,
      reviewer(message),
      `बदलाव करके इसे दोबारा समीक्षा के लिए भेजें, या वहीं जवाब दें:\n${appPage}`,
    ),
  }),

  'app-message': ({ app, by, message, appPage }, { name }) => ({
    subject: `${app} के बारे में एक संदेश`,
    text: paragraphs(
      `नमस्ते ${name},`,
      by === null ? `${app} के बारे में एक संदेश है:` : `${by} ने ${app} के बारे में लिखा है:`,
      quoted(message),
      `जवाब इस मेल पर नहीं, यहाँ दें:\n${appPage}`,
    ),
  }),

  'app-attestation': ({ app, appPage }, { name }) => ({
    subject: `क्या ${app} अब भी इस्तेमाल हो रहा है?`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${app} को कुछ समय पहले स्वीकृति मिली थी। कृपया बताएँ कि यह अब भी इस्तेमाल होता है और इसे अब भी वह जानकारी चाहिए जो यह पढ़ता है। इसमें एक मिनट लगता है, और ऐप इस बीच चलता रहता है।`,
      `अब कम जानकारी चाहिए? तो कम माँगें: इसके लिए समीक्षा नहीं होती। अब कोई इस्तेमाल नहीं करता? तो इसे बंद कर दें।`,
      appPage,
    ),
  }),
};
