import type { account as english } from '../en/account.tsx';

export const account: typeof english = {
  title: 'आपका खाता',

  appsTitle: 'पहुँच वाले ऐप',
  appsSummary:
    'सूची में लिखी जानकारी ये पढ़ सकते हैं, क्योंकि आपने अनुमति दी है। पहुँच समाप्त करते ही वह तुरंत बंद हो जाती है।',
  noAppTitle: 'किसी ऐप के पास पहुँच नहीं है',
  noApp: 'जब आप इस खाते से किसी ऐप में साइन इन करके उसे अनुमति देंगे, तो वह यहाँ दिखेगा।',
  neverRead: 'आपका डेटा कभी नहीं पढ़ा',
  lastRead: (when) => <>आपका डेटा आख़िरी बार {when} पढ़ा</>,
  allowed: (when) => <>अनुमति {when} दी गई</>,
  suspended: 'अभी यह कुछ नहीं पढ़ सकता।',
  usernameOnly: 'यह केवल आपका यूज़रनेम और खाता संख्या पढ़ सकता है।',
  endAccess: 'पहुँच समाप्त करें',
  endAccessOf: (app) => `– ${app}`,

  endAll: 'सभी ऐप की पहुँच समाप्त करें',
  endAllMeaning: 'जब तक आप फिर से अनुमति नहीं देते, इनमें से कोई भी आपका डेटा नहीं पढ़ सकेगा।',
  endAllNow: 'सभी की पहुँच समाप्त करें',

  sessionsTitle: 'आप कहाँ साइन इन हैं',
  sessionsSummary: 'क्या आप इनमें से किसी को नहीं पहचानते? उसे साइन आउट करें और अपना पासवर्ड बदलें।',
  thisBrowser: 'यह ब्राउज़र',
  network: (network) => `नेटवर्क ${network}`,
  inUseNow: 'अभी उपयोग में',
  lastUsed: (when) => <>आख़िरी बार {when} उपयोग हुआ</>,
  signedIn: (when) => <>{when} साइन इन किया</>,
  signOut: 'साइन आउट करें',
  signOutOthers: 'बाकी सब जगह से साइन आउट करें',
  browserOn: (browser, system) => `${system} पर ${browser}`,
  unnamedBrowserOn: (system) => `${system} पर ब्राउज़र`,
  unknownBrowser: 'अज्ञात ब्राउज़र',

  passwordTitle: 'पासवर्ड',
  passwordSummary: 'इसे बदलने पर आप यहाँ को छोड़कर बाकी सब जगह से साइन आउट हो जाएँगे। ऐप की पहुँच बनी रहेगी।',
  currentPassword: 'वर्तमान पासवर्ड',

  downloadTitle: 'आपका डेटा',
  downloadSummary:
    'आपके बारे में जो भी रखा गया है, एक JSON फ़ाइल में: प्रोफ़ाइल, भूमिकाएँ, साइन इन, पहुँच वाले ऐप, उन्होंने क्या पढ़ा, सूचनाएँ।',
  downloadPassword: 'पासवर्ड, ताकि पक्का हो कि यह आप ही हैं',
  download: 'मेरा डेटा डाउनलोड करें',
  notDownloaded: 'आपका डेटा डाउनलोड नहीं हुआ',
};
