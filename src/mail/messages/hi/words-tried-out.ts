import { paragraphs, type MailWords } from '../mail-words.ts';

export const wordsTriedOut: Pick<MailWords, 'words-tried-out'> = {
  'words-tried-out': ({ subject, text }) => ({
    subject: `परीक्षण: ${subject}`,
    text: paragraphs(
      'यह मेल आपने यह देखने के लिए मँगाया है कि वह पढ़ने में कैसा लगता है। इसमें दी गई बातें काल्पनिक हैं, और इसके पते कहीं नहीं ले जाते।',
      text.trim(),
    ),
  }),
};
