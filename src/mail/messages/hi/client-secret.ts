import { paragraphs, type MailWords } from '../mail-words.ts';

export const clientSecret: Pick<MailWords, 'client-secret-leaked' | 'client-secret-expires'> = {
  'client-secret-leaked': ({ app, secret, isSandbox, foundAt, isRevoked, appPage }, { name }) => ({
    subject: isRevoked
      ? `${app} का एक client secret खुले में मिला और रद्द कर दिया गया है`
      : `${app} का एक client secret खुले में मिला है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `किसी ने सूचना दी है कि ${app} का ${isSandbox ? 'एक सैंडबॉक्स client secret' : 'एक client secret'} दूसरे लोग पढ़ सकते हैं: ${secret}`,
      foundAt === '' ? '' : `यह यहाँ मिला; खोलने से पहले पता ध्यान से देख लें:\n${foundAt}`,
      isRevoked
        ? 'हमने इसे तुरंत रद्द कर दिया है। जो ऐप अब भी इसका उपयोग करता है, उसे नया secret मिलने तक टोकन नहीं मिलेंगे।'
        : 'यह अब भी काम करता है। जिसके पास यह है, वह आपका ऐप होने का दिखावा कर सकता है, इसलिए इसे अभी बदलें।',
      isSandbox ? 'यह सैंडबॉक्स का है: किसी का डेटा ख़तरे में नहीं था।' : '',
      `1. एक नया secret जोड़ें और उसे अपने ऐप में डालें।\n2. ${isRevoked ? '' : 'पुराना secret यहाँ रद्द करें, और '}जहाँ यह मिला था, वहाँ से और वहाँ के इतिहास से भी इसे हटा दें।`,
      `आपके ऐप के secret:\n${appPage}`,
    ),
  }),

  'client-secret-expires': ({ app, secret, isSandbox, date, appPage }, { name }) => ({
    subject: `${app} का एक client secret ${date} को समाप्त हो जाएगा`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${app} का ${isSandbox ? 'एक सैंडबॉक्स client secret' : 'एक client secret'} ${date} को समाप्त हो जाएगा: ${secret}`,
      'अगर आपका ऐप अब भी इसका उपयोग करता है, तो एक नया secret जोड़ें, उसे अपने ऐप में डालें, फिर पुराने को रद्द करें: इस बीच दोनों काम करते हैं, इसलिए किसी को रुकावट नहीं होगी।',
      `आपके ऐप के secret:\n${appPage}`,
    ),
  }),
};
