import type { consent as english } from '../en/consent.tsx';

export const consent: typeof english = {
  title: (app) => `${app} को अनुमति दें?`,
  wouldLikeToRead: (app) => <>{app} आपका डेटा पढ़ना चाहता है</>,
  madeBy: (team) => <>बनाने वाले: {team}।</>,
  reviewedBy: (institution) => `समीक्षा ${institution} ने की है।`,

  usedBy: (count) => `यहाँ कम से कम ${count} और लोग इसका उपयोग करते हैं।`,

  firstTime: 'इस ऐप ने आपसे पहले कभी नहीं पूछा है।',
  allowedBefore: (when) => <>आपने इस ऐप को आख़िरी बार {when} अनुमति दी थी।</>,
  endedBefore: (when) => <>आपने इस ऐप की पहुँच {when} समाप्त की थी।</>,
  asksForMore: 'अब यह और जानकारी माँग रहा है: जिस पर “नया” लिखा है, उसे देखें।',
  asksForNothingNew: 'यह कुछ नया नहीं माँग रहा है।',

  signedInAs: 'आप इस नाम से साइन इन हैं:',
  useAnotherAccount: 'यह आप नहीं हैं? दूसरा खाता चुनें',

  whatItWouldRead: 'यह ऐप क्या पढ़ेगा',
  account: 'खाता',
  username: 'यूज़रनेम',
  accountNumber: 'खाता संख्या',
  someOptional:
    'जो आप साझा नहीं करना चाहते, उस पर से टिक हटा दें। जिसके आगे बॉक्स नहीं है, उसके बिना ऐप काम नहीं करता: कुछ भी साझा न करने के लिए अस्वीकार करें।',
  allNeeded: 'इनमें से किसी के भी बिना ऐप काम नहीं करता। कुछ भी साझा न करने के लिए अस्वीकार करें।',
  optional: '(वैकल्पिक)',
  isNew: 'नया',
  reason: (reason) => <>किसलिए: {reason}</>,
  nothingRecorded: 'कुछ दर्ज नहीं है',
  yourPicture: 'आपकी फ़ोटो',
  yes: 'हाँ',
  no: 'नहीं',
  activeRole: (role) => `${role} (सक्रिय)`,
  endedRole: (role) => `${role} (समाप्त)`,
  futureRole: (role) => `${role} (अभी शुरू नहीं)`,

  howLong: () => (
    <>
      <strong>जब तक आप इसकी पहुँच समाप्त नहीं करते</strong>, तब तक यह ऐप यह जानकारी पढ़ सकता है, बाद में बदली
      हुई जानकारी भी। यह ऐप कुछ बदल नहीं सकता।
    </>
  ),
  takeBack: (accountPage) => (
    <>
      आप <a href={accountPage}>अपने खाते के पेज</a> पर कभी भी यह अनुमति वापस ले सकते हैं।
    </>
  ),
  complain: (contact) => <>क्या इस ऐप में कुछ गड़बड़ है? {contact} को बताएँ।</>,

  deny: 'अस्वीकार करें',
  allow: 'अनुमति दें',
  destination: (host, institution) => (
    <>
      अनुमति देने पर आप {host} पर जाएँगे। अस्वीकार करने पर आप अपने {institution} होम पेज पर जाएँगे, और कुछ भी
      साझा नहीं होगा।
    </>
  ),
};
