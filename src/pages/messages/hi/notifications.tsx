import type { notifications as english } from '../en/notifications.tsx';

export const notifications: typeof english = {
  title: 'सूचनाएँ',
  lead: 'आपके खाते में जो हुआ और जिसे आप शायद जानना चाहें। यह एक साल तक रखा जाता है।',
  unread: (count) => `${count} नई`,
  markAllRead: 'सभी को पढ़ा हुआ मानें',
  markRead: 'पढ़ा हुआ मानें',
  isNew: 'नई',
  nothingTitle: 'कोई सूचना नहीं',
  nothing:
    'जब किसी ऐप को आपके डेटा तक पहुँच मिलेगी, या कुछ ऐसा होगा जो केवल आपको करना चाहिए, तो आप यहाँ पढ़ेंगे।',

  appAllowed: (app) => <>{app} को आपके डेटा तक पहुँच मिली</>,
  accessWidened: (app) => <>{app} अब आपका और डेटा पढ़ सकता है</>,
  appSuspended: (app) => <>{app} निलंबित है</>,
  teamInvitation: (by, app) => (
    <>
      {by} आपको {app} की टीम में बुला रहे हैं
    </>
  ),
  passwordChanged: 'आपका पासवर्ड बदला गया',
  newSignIn: (device) => `नया साइन इन: ${device}`,
  dataExported: 'आपका डेटा डाउनलोड किया गया',

  canRead: (data) => `यह पढ़ सकता है: ${data}।`,
  canReadMore: (data) => `नया: ${data}।`,
  usernameOnly: 'केवल आपका यूज़रनेम और खाता संख्या',
  suspended: 'आपके संस्थान के एक मेंटेनर ने इसे रोक दिया है। अभी यह कुछ नहीं पढ़ सकता।',
  network: (network) => `नेटवर्क ${network}।`,
  notYou: 'क्या यह आप नहीं थे? अपना पासवर्ड बदलें।',
  seeApps: 'पहुँच वाले ऐप देखें',
  answerInvitation: 'निमंत्रण देखें',
  changePassword: 'अपना पासवर्ड बदलें',

  mailTitle: 'ईमेल',
  mailSummary: 'पासवर्ड बदलने पर या आपका डेटा डाउनलोड होने पर आपको हमेशा ईमेल भेजा जाता है।',
  appAccessMail: 'जब किसी ऐप को मेरे डेटा तक पहुँच मिले',
  newSignInMail: 'जब मैं नए ब्राउज़र से या नए नेटवर्क से साइन इन करूँ',
  save: 'सहेजें',
};
