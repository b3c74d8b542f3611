import type { credentials as english } from '../en/credentials.tsx';

export const credentials: typeof english = {
  title: 'क्रेडेंशियल',
  summary: 'हमसे बात करने के लिए आपके ऐप को जो चाहिए। पहले सैंडबॉक्स से बनाएँ; वह तुरंत काम करता है।',
  environment: { live: 'लाइव', sandbox: 'सैंडबॉक्स' },
  about: {
    live: 'असली लोगों तक पहुँचता है, केवल स्वीकृत जानकारी के साथ।',
    sandbox: 'काल्पनिक लोगों तक पहुँचता है, और आपके माँगे हुए हर डेटा पॉइंट के साथ। स्वीकृति की ज़रूरत नहीं।',
  },
  state: {
    works: 'अभी काम करता है',
    'after-approval': 'स्वीकृति के बाद काम करेगा',
    stopped: 'मेंटेनर ने रोक दिया है',
  },
  clientId: { live: 'Client ID', sandbox: 'सैंडबॉक्स client ID' },
  clientIdHint: 'यह गोपनीय नहीं है।',
  authoriseAddress: {
    live: 'लोगों को इस पते पर भेजें',
    sandbox: 'इस पते से आज़माएँ',
  },
  authoriseAddressHint:
    'हर बार RANDOM_STATE_STRING की जगह नया रैंडम टेक्स्ट रखें, और जाँचें कि वही वापस आता है।',
  trySandbox: 'अभी आज़माएँ',
  tokenEndpoint: 'टोकन',
  userDataEndpoint: 'यूज़र डेटा',
  revocationEndpoint: 'रद्द करना',
  foundOne: (page) => (
    <>
      कहीं कोई client secret खुले में मिला? <a href={page}>हमें बताएँ</a>, चाहे वह किसी का भी हो।
    </>
  ),

  secrets: { live: 'Client secret', sandbox: 'सैंडबॉक्स client secret' },
  noSecret: 'कोई secret नहीं है, इसलिए ऐप को टोकन नहीं मिल सकते। एक जोड़ें।',
  publicHint: (method) => (
    <>
      पब्लिक ऐप का कोई secret नहीं होता, क्योंकि वह उसे छिपाकर नहीं रख सकता। इसकी जगह authorisation code
      को PKCE ({method}) से सुरक्षित करें।
    </>
  ),
  firstSecret: 'पहला secret',
  added: (when, by) => (
    <>
      {by} ने {when} जोड़ा।
    </>
  ),
  expires: (when) => <>{when} को समाप्त होगा।</>,
  neverExpires: 'समाप्त नहीं होता।',
  lastUsed: (when, network) => (
    <>
      पिछला उपयोग: {when}, नेटवर्क {network} से।
    </>
  ),
  neverUsed: 'कभी उपयोग नहीं हुआ।',
  expired: 'समाप्त',
  leaked: 'खुले में मिला: इसे बदलें',

  addSecret: { live: 'Secret जोड़ें', sandbox: 'सैंडबॉक्स secret जोड़ें' },
  overlap:
    'Secret साथ-साथ काम करते हैं: नया जोड़ें, उसे अपने ऐप में डालें, फिर पुराने को रद्द करें। किसी को रुकावट नहीं होगी।',
  secretName: 'यह किस लिए है',
  secretNameHint: 'जहाँ इसका उपयोग होता है: “वेब सर्वर”, “टेस्ट”।',
  nameMissing: 'लिखें कि secret किस लिए है, ताकि आपकी टीम जाने कि किसे रद्द करना है।',
  nameTooLong: (longest, length) => `अधिकतम ${longest} अक्षर लिखें। अभी ${length} हैं।`,
  nameInvisible: (character) =>
    `टेक्स्ट में ऐसा अक्षर है जो दिखता नहीं (${character})। इसे पेस्ट करने के बजाय हाथ से लिखें।`,
  tooManySecrets: 'पाँच secret पहले से लागू हैं, इससे अधिक नहीं हो सकते। जिसका उपयोग नहीं होता, उसे रद्द करें।',
  lifetime: 'कब तक काम करेगा',
  lifetimeHint: 'समाप्त होने से दो सप्ताह और एक दिन पहले आपकी टीम को मेल मिलेगा।',
  lifetimeMissing: 'चुनें कि secret कब तक काम करेगा।',
  lifetimes: {
    never: 'जब तक रद्द न किया जाए',
    '30': '30 दिन',
    '90': '90 दिन',
    '180': '180 दिन',
    '365': 'एक साल',
  },
  password: 'आपका पासवर्ड',
  passwordHint: 'ताकि आपके ब्राउज़र में कोई और यह न कर सके।',
  wrongPassword: 'यह आपका पासवर्ड नहीं है। फिर से कोशिश करें।',
  tooManyAttempts: (wait) => `बहुत बार कोशिश की गई। ${wait} बाद फिर से कोशिश करें।`,
  addButton: { live: 'Secret जोड़ें', sandbox: 'सैंडबॉक्स secret जोड़ें' },

  revoke: 'रद्द करें',
  revokeMeaning: () => (
    <>
      यह <strong>तुरंत</strong> काम करना बंद कर देगा, और इसे वापस नहीं लाया जा सकता। लोगों की दी हुई पहुँच बनी
      रहेगी।
    </>
  ),
  lastSecret: 'आख़िरी होने पर भी इसे रद्द करें',
  lastSecretHint:
    'Secret के बिना ऐप को टोकन नहीं मिलते: जब तक आप नया secret जोड़कर ऐप में नहीं डालते, कोई इसमें साइन इन नहीं कर सकता।',
  lastSecretUnconfirmed:
    'यह आख़िरी secret है: ऐप काम करना बंद कर देगा। अगर आप यही चाहते हैं तो बॉक्स पर निशान लगाएँ, या पहले दूसरा secret जोड़ें।',
  revokeButton: 'यह secret रद्द करें',

  registered: (app) => `${app} पंजीकृत हो गया है और समीक्षा में है`,
  publicNeedsNoSecret:
    'यह पब्लिक ऐप है, इसलिए इसका कोई client secret नहीं है। आपकी client ID नीचे हैं; सैंडबॉक्स अभी काम करता है।',
  secretAdded: 'Client secret जुड़ गया है',
  copyNow: () => (
    <>
      <strong>इसे अभी कॉपी करें।</strong> हम इसकी पढ़ने लायक कोई प्रति नहीं रखते, इसलिए आप इसे केवल अभी देख सकते
      हैं। इसे अपने सर्वर पर रखें, किसी पेज, ऐप या रिपॉज़िटरी में कभी नहीं।
    </>
  ),
  clientSecret: { live: 'Client secret', sandbox: 'सैंडबॉक्स client secret' },
  clientSecretHint: {
    live: 'असली लोगों के लिए; जब तक ऐप स्वीकृत है, तब तक काम करता है।',
    sandbox: 'बनाने और जाँचने के लिए; अभी काम करता है।',
  },
  copied: 'मैंने कॉपी कर लिया है, डैशबोर्ड पर चलें',
};
