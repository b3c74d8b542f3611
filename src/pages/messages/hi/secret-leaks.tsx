import type { secretLeaks as english } from '../en/secret-leaks.tsx';

export const secretLeaks: typeof english = {
  title: 'खुले में मिले client secret की सूचना दें',
  notSent: 'कुछ नहीं भेजा गया',
  lead: (institution) =>
    `आपको ${institution} के किसी ऐप का client secret किसी रिपॉज़िटरी, पेज या लॉग में मिला? बताने के लिए धन्यवाद। इसके लिए खाते की ज़रूरत नहीं है।`,
  secret: 'Secret',
  secretHint: (live, sandbox) => (
    <>
      128 अक्षर और अंक; नए secret {live} या {sandbox} से शुरू होते हैं। पूरा कॉपी करें।
    </>
  ),
  secretMissing: 'Secret को इस फ़ील्ड में कॉपी करें।',
  where: 'यह कहाँ मिला (वैकल्पिक)',
  whereHint: 'पेज का पता, ताकि टीम इसे वहाँ से हटा सके।',
  send: 'सूचना भेजें',
  whatHappens:
    'अगर यह काम करता है, तो संस्थान के निर्णय के अनुसार हम इसे रोकते हैं और ऐप की टीम को बताते हैं। हम यह नहीं बताते कि यह असली था या नहीं, ताकि इस फ़ॉर्म से secret आज़माए न जा सकें।',
  forScanners: (endpoint) => <>Secret scanner {endpoint} पर JSON भेजते हैं, एक बार में अधिकतम सौ:</>,
  tooManyReports: (wait) => `आपके नेटवर्क से बहुत अधिक सूचनाएँ आई हैं। ${wait} बाद फिर से कोशिश करें।`,
};
