import type { portalFields as english } from '../en/portal-fields.tsx';

export const portalFields: typeof english = {
  name: 'ऐप का नाम',
  nameHint: 'साइन इन करते समय लोग इसे देखते हैं। वही नाम लिखें जिससे लोग आपके ऐप को जानते हैं।',
  nameMissing: 'अपने ऐप को एक नाम दें। उसमें कम से कम एक अक्षर या अंक होना चाहिए।',
  nameTaken: 'किसी दूसरे ऐप का यही नाम है, या उसका नाम ऐसा ही दिखता है। कोई दूसरा नाम चुनें।',
  nameTooLong: (longest, length) => `अधिकतम ${longest} वर्ण लिखें। अभी ${length} हैं।`,
  nameInvisible: (character) =>
    `नाम में एक ऐसा वर्ण है जो दिखाई नहीं देता (${character})। नाम को चिपकाने के बजाय हाथ से लिखें।`,

  description: 'विवरण',
  descriptionHint: (fewest, most) =>
    `${fewest} से ${most} शब्द, निर्णय लेने वाले मेंटेनर के लिए। लिखें कि आपका ऐप क्या करता है और किसके लिए, डेटा कहाँ और कितने समय तक रखा जाता है, और ऐप कौन चलाता है।`,
  betweenWords: (fewest, most) => `${fewest} से ${most} शब्दों के बीच`,
  words: { one: '1 शब्द', other: '# शब्द' },
  wordsMissing: ', # और चाहिए',
  wordsTooMany: ', # ज़्यादा हैं',
  wordsFit: ', ठीक है',
  tooFewWords: (fewest, words) => `कम से कम ${fewest} शब्द लिखें। अभी ${words} हैं।`,
  tooManyWords: (most, words) => `अधिकतम ${most} शब्द लिखें। अभी ${words} हैं।`,
  descriptionTooLong: (longest) => `अधिकतम ${longest} वर्ण लिखें।`,

  clientType: 'आपका ऐप कहाँ चलता है',
  clientTypeMissing: 'चुनें कि आपका ऐप कहाँ चलता है।',
  confidential: 'सर्वर पर (confidential)',
  confidentialHint: 'बैक एंड वाली वेबसाइट, जो अपना client secret अपने पास रख सकती है।',
  public: 'लोगों के अपने डिवाइस पर (public)',
  publicHint:
    'मोबाइल या डेस्कटॉप ऐप, या बिना बैक एंड का पेज। यह कोई secret छिपाकर नहीं रख सकता, इसलिए इसे कोई नहीं मिलता और यह PKCE इस्तेमाल करता है।',

  redirectUris: 'Redirect URI',
  redirectUrisHint: (example) => (
    <>
      साइन इन के बाद लोग जहाँ लौटते हैं; हर पंक्ति में एक पता, अधिकतम 20। इन्हें अक्षर-अक्षर मिलाया जाता है, अंत का
      स्लैश भी। जब आपका ऐप कोई पता न बताए, तो पहला इस्तेमाल होता है। उदाहरण: {example}
    </>
  ),
  redirectUrisMissing: 'कम से कम एक पता दें जहाँ लोग लौटें।',
  redirectUrisTooMany: (most, count) => `अधिकतम ${most} पते दें। अभी ${count} हैं।`,
  redirectUriProblem: {
    empty: (uri) => `“${uri}” खाली है।`,
    'too-long': (uri) => `“${uri}” बहुत लंबा है। अधिकतम 2000 वर्ण लिखें।`,
    'illegal-character': (uri) =>
      `“${uri}” में ऐसा वर्ण है जो किसी पते में नहीं हो सकता। उसे percent-encoded लिखें, जैसे खाली जगह के लिए %20।`,
    wildcard: (uri) => `“${uri}” में “*” है। हर पता अलग से लिखें, वाइल्डकार्ड नहीं चलते।`,
    fragment: (uri) => `“${uri}” में “#” के बाद कुछ है। उसे हटा दें, ब्राउज़र उसे आपके सर्वर को नहीं भेजते।`,
    'not-absolute': (uri) => `“${uri}” पूरा नहीं है। https:// से शुरू करें।`,
    'scheme-not-allowed': (uri) =>
      `“${uri}” ऐसी scheme से शुरू होता है जिसे हम स्वीकार नहीं करते। https, http, नेटिव ऐप के लिए com.example.app जैसी scheme, या अपने ऐप के नाम से बनी scheme इस्तेमाल करें।`,
    'host-missing': (uri) => `“${uri}” में “//” के बाद होस्ट का नाम नहीं है।`,
    credentials: (uri) => `“${uri}” में होस्ट के नाम से पहले “@” है। उपयोगकर्ता का नाम और पासवर्ड हटा दें।`,
    'not-a-url': (uri) => `“${uri}” ऐसा पता नहीं है जिसे ब्राउज़र खोल सके। होस्ट का नाम और पोर्ट जाँचें।`,
    'response-parameter': (uri) =>
      `“${uri}” की query में code, state या error है। ये हम जोड़ते हैं, इन्हें हटा दें।`,
  },
  redirectUriAdviceTitle: 'इन पतों के बारे में जानने योग्य बातें',
  redirectUriAdvice: {
    'http-public': (uri) => (
      <>
        {uri} नेटवर्क पर बिना एन्क्रिप्शन के जाता है: रास्ते में कोई भी code पढ़ सकता है। यह चलता है, क्योंकि पुराने
        ऐप को इसकी ज़रूरत है। अपने सर्वर को सर्टिफ़िकेट दें और https इस्तेमाल करें।
      </>
    ),
    'loopback-ip': (uri) => (
      <>
        {uri} व्यक्ति के अपने डिवाइस पर लौटता है। यहाँ हर पोर्ट स्वीकार है, इसलिए नेटिव ऐप कोई भी खाली पोर्ट ले
        सकता है।
      </>
    ),
    localhost: (uri) => (
      <>
        {uri} व्यक्ति के अपने डिवाइस पर लौटता है, और पोर्ट ठीक यही होना चाहिए। जो नेटिव ऐप कोई भी खाली पोर्ट
        लेता है, उसके लिए 127.0.0.1 रजिस्टर करें।
      </>
    ),
    'private-scheme': (uri) => (
      <>
        {uri} डिवाइस पर एक ऐप खोलता है। कोई दूसरा ऐप भी यही scheme ले सकता है, इसलिए हमेशा PKCE इस्तेमाल
        करें, और हो सके तो अपने ऐप का https लिंक लें।
      </>
    ),
  },

  claims: 'जानकारियाँ',
  claimsHint: 'आपके ऐप में साइन इन करने से पहले हर व्यक्ति इनमें से हर एक को अपने मान के साथ देखता है।',
  optional: 'लोग इसे छोड़ सकते हैं',
  optionalOf: (claim) => `${claim}: लोग इसे छोड़ सकते हैं`,
  reason: 'किसलिए?',
  reasonOf: (claim) => `${claim}: किसलिए`,
  reasonPlaceholder: 'किसलिए? लोग इसे पढ़ते हैं।',
  fewerTitle: 'जितना हो सके कम माँगें।',
  fewer: (title) => (
    <>
      {title} कम जानकारी माँगने पर स्वीकृति जल्दी मिलती है और कम लोग मना करते हैं। और जो आपके पास कभी था ही
      नहीं, वह आपसे लीक भी नहीं हो सकता।
    </>
  ),
  explain:
    'हर एक के लिए एक पंक्ति में लिखें कि वह किसलिए चाहिए, और जिसके बिना आपका ऐप चल सकता है उसे लोगों को छोड़ने दें।',
  always: (accountNumber, username) => (
    <>
      आपको हर व्यक्ति का {accountNumber} और {username} हमेशा मिलता है। किसी को दोबारा पहचानने के लिए इतना
      काफ़ी है।
    </>
  ),
  accountNumber: 'खाता संख्या',
  username: 'उपयोगकर्ता नाम (username)',
  claimsMissing: 'कम से कम एक जानकारी चुनें।',
  claimsUnknown: (codes) => `${codes} हमारे पास नहीं है। सूची में से चुनें।`,
  reasonTooLong: (claim, longest) => `“${claim}” किसलिए चाहिए, यह अधिकतम ${longest} वर्णों में लिखें।`,
  reasonInvisible: (claim) =>
    `“${claim}” के बारे में आपने जो लिखा, उसमें एक ऐसा वर्ण है जो दिखाई नहीं देता। उसे चिपकाने के बजाय हाथ से लिखें।`,
  claimsChangedMeanwhile:
    'जब आप चुन रहे थे, तब किसी ने जानकारियाँ बदल दीं या किसी मेंटेनर ने निर्णय ले लिया। स्थिति देखें, और अब भी चाहें तो अपना चुनाव फिर से सहेजें।',
  claimsNotPossible: 'निलंबित या बंद ऐप की जानकारियाँ बदली नहीं जा सकतीं।',

  termsMissing: 'उपयोग की शर्तों से सहमति दें। इसके बिना हम ऐप रजिस्टर नहीं कर सकते।',

  logoMissing: 'पहले एक तस्वीर चुनें।',
  logoTooLarge: (megabytes) => `तस्वीर बहुत बड़ी है। अधिकतम ${megabytes} MB की दें।`,
  logoNotAPicture: 'हम इसे तस्वीर के रूप में नहीं पढ़ पाए। PNG, JPEG, WebP, GIF या AVIF दें।',
  logoNotSquare: (width, height) =>
    `तस्वीर चौकोर होनी चाहिए। आपकी तस्वीर ${width} × ${height} पिक्सेल की है।`,
  logoTooManyPixels: (width, height) =>
    `तस्वीर में बहुत ज़्यादा पिक्सेल हैं (${width} × ${height})। 512 × 512 काफ़ी है।`,

  team: {
    'no-such-person': 'इस username या ईमेल पते वाला कोई नहीं है। जिसे जोड़ना है, उसी से पूछकर जाँच लें।',
    'already-member': 'यह व्यक्ति पहले से टीम में है।',
    'is-creator': 'जिसने ऐप रजिस्टर किया, वह हमेशा टीम में रहता है।',
    'not-a-member': 'यह व्यक्ति अब टीम में नहीं है।',
  },
  message: {
    missing: 'पहले कुछ लिखें।',
    'too-long': 'अधिकतम 4000 वर्ण लिखें।',
  },
};
