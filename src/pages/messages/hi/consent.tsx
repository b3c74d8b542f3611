import type { consent as english } from '../en/consent.tsx';

export const consent: typeof english = {
  title: (app) => `${app} को अनुमति दें?`,
  wouldLikeToRead: (app) => <>{app} आपका डेटा पढ़ना चाहता है</>,
  madeBy: (team) => <>बनाने वाले: {team}।</>,
  reviewedBy: (institution) => `समीक्षा ${institution} ने की है।`,

  signedInAs: 'आप इस नाम से साइन इन हैं:',
  useAnotherAccount: 'यह आप नहीं हैं? दूसरा खाता चुनें',

  whatItWouldRead: 'यह ऐप क्या पढ़ेगा',
  account: 'खाता',
  username: 'यूज़रनेम',
  accountNumber: 'खाता संख्या',
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

  deny: 'अस्वीकार करें',
  allow: 'अनुमति दें',
  destination: (host, institution) => (
    <>
      अनुमति देने पर आप {host} पर जाएँगे। अस्वीकार करने पर आप अपने {institution} होम पेज पर जाएँगे, और कुछ भी
      साझा नहीं होगा।
    </>
  ),
};
