import type { portal as english } from '../en/portal.tsx';

export const portal: typeof english = {
  yourApps: 'आपके ऐप',
  lead: (institution) =>
    `लोगों को उनके ${institution} खाते से अपने ऐप में साइन इन करने दें, और वही पढ़ें जिसकी वे अनुमति दें।`,
  register: 'ऐप रजिस्टर करें',
  dataPoints: (count) => `${count} जानकारियाँ`,
  registered: (claims, when) => (
    <>
      {claims} · रजिस्टर हुआ {when}
    </>
  ),
  changePending: {
    draft: 'बदलाव ड्राफ़्ट में',
    'in-review': 'बदलाव समीक्षा में',
    'changes-requested': 'बदलाव: कुछ और माँगा गया है',
    rejected: 'बदलाव अस्वीकृत',
  },
  noAppsTitle: 'अभी आपका कोई ऐप नहीं है',
  noApps: 'पहला ऐप रजिस्टर करें। इसमें लगभग दस मिनट लगते हैं, ज़्यादातर विवरण लिखने में।',
  howItWorks: 'यह कैसे काम करता है',
  steps: [
    {
      title: 'रजिस्टर करें',
      text: 'अपने ऐप का विवरण दें, बताएँ कि लोग कहाँ लौटेंगे, और वे थोड़ी-सी जानकारियाँ चुनें जो उसे चाहिए।',
    },
    {
      title: 'sandbox में बनाएँ',
      text: 'यह तुरंत काम करता है, ऐसे लोगों के साथ जो असल में हैं ही नहीं। इस बीच एक मेंटेनर आपका लिखा पढ़कर निर्णय लेता है; आपको मेल मिलेगा।',
    },
    {
      title: 'लोगों को साइन इन करने दें',
      text: 'उन्हें हमारे पास भेजें। वे देखेंगे कि आपका ऐप क्या पढ़ेगा, और उनकी अनुमति पर आपको वही मिलेगा।',
    },
  ],

  registerLead: 'आप यहाँ जो लिखेंगे, उसे पढ़कर एक मेंटेनर निर्णय लेगा। तब तक आपका ऐप sandbox में काम करेगा।',
  notRegistered: 'आपका ऐप अभी रजिस्टर नहीं हुआ',
  yourApp: 'आपका ऐप',
  howItConnects: 'यह कैसे जुड़ता है',
  whatItAsksFor: 'यह क्या माँगता है',
  termsOfUse: 'उपयोग की शर्तें',
  agree: 'मैंने डेवलपर के लिए उपयोग की शर्तें पढ़ ली हैं और उन सबसे सहमत हूँ',
  readTerms: (path) => (
    <>
      <a href={path} target="_blank">
        डेवलपर के लिए उपयोग की शर्तें पढ़ें
      </a>{' '}
      (नए टैब में खुलेंगी)
    </>
  ),
  addApp: 'ऐप जोड़ें',
  saveAsDraft: 'ड्राफ़्ट के रूप में सहेजें',
  draftHint: 'ड्राफ़्ट केवल आपकी प्रतीक्षा करता है। उसका sandbox भी काम करता है।',

  onThisPage: 'इस पेज पर',
  parts: {
    status: 'स्थिति',
    attestation: 'अब भी उपयोग में?',
    change: 'बदलाव',
    conversation: 'संदेश',
    credentials: 'क्रेडेंशियल',
    details: 'विवरण',
    redirectUris: 'Redirect URI',
    dataPoints: 'जानकारियाँ',
    branding: 'पहचान',
    team: 'टीम',
    history: 'इतिहास',
    ending: 'बंद करें या हटाएँ',
  },
  nothingSaved: 'कुछ भी सहेजा नहीं गया',

  detailsTitle: 'विवरण',
  detailsSummary: 'इन्हें बदलने पर नई समीक्षा नहीं होती।',
  saveDetails: 'विवरण सहेजें',
  redirectUrisTitle: 'Redirect URI',
  redirectUrisSummary: 'बदलाव तुरंत लागू होते हैं और नई समीक्षा नहीं होती।',
  saveRedirectUris: 'redirect URI सहेजें',
  brandingTitle: 'पहचान',
  brandingSummary: 'साइन इन करते समय लोग यह लोगो देखते हैं।',
  noLogo: 'अभी कोई लोगो नहीं है। तब तक लोग ये अक्षर देखेंगे।',
  removeLogo: 'लोगो हटाएँ',
  logo: 'लोगो',
  anotherLogo: 'दूसरा लोगो',
  logoHint:
    'अधिकतम 2 MB की चौकोर तस्वीर (PNG, JPEG, WebP, GIF या AVIF)। इसे अधिकतम 512 × 512 पिक्सेल में फिर से बनाया जाता है।',
  saveLogo: 'लोगो सहेजें',

  historyTitle: 'इतिहास',
  historySummary: 'आपकी टीम और समीक्षकों के लिए हमेशा रखा जाता है।',
  earlier: (count) => `${count} और पुराने`,

  endingTitle: 'बंद करें या हटाएँ',
  endingSummary:
    'दोनों में सबकी पहुँच तुरंत समाप्त हो जाती है, टोकन काम करना बंद कर देते हैं, और इसे पलटा नहीं जा सकता।',
  retireTitle: 'यह ऐप बंद करें',
  retireText:
    'उस ऐप के लिए जिसे लोगों ने इस्तेमाल किया है: वह समाप्त हो जाता है, पर उसका इतिहास रहता है, ताकि लोग देख सकें कि वह क्या था।',
  retire: 'यह ऐप बंद करें',
  deleteTitle: 'यह ऐप हटाएँ',
  deleteText:
    'उस ऐप के लिए जो बस एक प्रयोग था: उससे जुड़ा सब कुछ हट जाता है, इतिहास भी। client ID कभी वापस नहीं आती।',
  delete: 'यह ऐप हटाएँ',
  theAppsName: 'ऐप का नाम',
  nameOfThisApp: 'इस ऐप का नाम',
  wrongName: {
    retire: 'यह इस ऐप का नाम नहीं है। ऐप चलता रहेगा।',
    delete: 'यह इस ऐप का नाम नहीं है। कुछ भी हटाया नहीं गया।',
  },
};
