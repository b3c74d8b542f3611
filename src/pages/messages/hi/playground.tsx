import type { playground as english } from '../en/playground.tsx';

export const playground: typeof english = {
  title: 'प्लेग्राउंड',
  lead: (app) => `${app} का पूरा flow हाथ से चलाएँ, और हर request और जवाब वैसे देखें जैसे वे नेटवर्क पर जाते हैं।`,
  startAgain: 'फिर से शुरू करें',
  stepsLabel: 'चरण',
  steps: {
    authorize: '1. अनुमति माँगना',
    redirect: '2. वापसी',
    token: '3. Code के बदले tokens',
    'user-data': '4. व्यक्ति का डेटा',
    refresh: '5. Refresh करना',
    replay: '6. दोबारा भेजना',
    revoke: '7. Revoke करना',
  },
  about: {
    authorize: 'आपका ऐप व्यक्ति के ब्राउज़र को यहाँ भेजता है।',
    redirect: 'ब्राउज़र आपके redirect URI पर लौटता है। आपका सर्वर query पढ़ता है।',
    token: 'आपका सर्वर code के बदले tokens लेता है, एक ही बार। इसमें ब्राउज़र शामिल नहीं होता।',
    'user-data': 'आपका सर्वर वह पढ़ता है जो व्यक्ति ने साझा किया।',
    refresh:
      'व्यक्ति के बिना tokens का नया जोड़ा। पुराना refresh token ख़र्च हो जाता है, पुराना access token ख़त्म।',
    replay:
      'वैकल्पिक: जो पहले इस्तेमाल हो चुका है उसे दोबारा भेजें। वह नामंज़ूर होता है, और इस बार का सब कुछ ख़त्म, क्योंकि वह दो के हाथ में हो सकता है।',
    revoke: 'जब व्यक्ति आपके ऐप से साइन आउट करे: इस बार का सब कुछ ख़त्म।',
  },
  nextStep: (step) => `आगे: ${step}`,
  otherSteps: 'दूसरे चरण',
  request: 'Request भेजी गई',
  response: 'जवाब',
  asCode: 'यही request कोड में',
  codeIn: (language) => `${language} का कोड`,
  secretFrom: (variable) => (
    <>Code और tokens इसमें लिखे हैं। Client secret environment variable {variable} से आता है।</>
  ),
  clientId: 'सैंडबॉक्स client ID (client_id)',

  fields: {
    redirect_uri: 'लौटने का पता (redirect_uri)',
    state: 'स्थिति (state)',
    response_type: 'जवाब का प्रकार (response_type)',
    login_hint: 'व्यक्ति (login_hint)',
    code: 'कोड (code)',
    code_verifier: 'PKCE का verifier (code_verifier)',
    client_secret: 'सैंडबॉक्स client secret (client_secret)',
    access_token: 'पढ़ने का token (access token)',
    refresh_token: 'नया पाने का token (refresh_token)',
    spent_refresh_token: 'ख़र्च हुआ refresh token',
  },
  hints: {
    code: (seconds) =>
      `यह ${seconds} सेकंड चलता है। देर हो गई? फिर से शुरू करें, या देखें कि देर से आए code को क्या जवाब मिलता है।`,
    codeVerifier: 'अगर request में PKCE नहीं था तो खाली छोड़ें।',
    redirectUri: 'ठीक वही जो पहले चरण में था।',
    secret: 'सैंडबॉक्स का। यह इसी पेज में रहता है: हम इसे नहीं रखते, और लाइव के secret नहीं लिए जाते।',
    secretOfPublic: 'पब्लिक ऐप का कोई secret नहीं होता: खाली छोड़ें।',
    replay: (seconds) =>
      `ख़र्च हुआ refresh token ${seconds} सेकंड तक replay नहीं माना जाता: उसे वही जवाब फिर मिलता है, शायद पहला रास्ते में खो गया हो।`,
  },
  send: {
    token: 'Code के बदले tokens लें',
    'user-data': 'डेटा पढ़ें',
    refresh: 'Tokens नए करें',
    replayCode: 'Code दोबारा भेजें',
    replayRefresh: 'ख़र्च हुआ refresh token दोबारा भेजें',
    revokeRefresh: 'Refresh token ख़त्म करें',
    revokeAccess: 'Access token ख़त्म करें',
  },

  authorize: {
    title: 'अनुमति की request',
    summary: 'जो चाहें बदलें: इसमें कोई असली व्यक्ति शामिल नहीं है।',
    redirectUri: (own) => (
      <>
        यह इसी पेज पर लौटता है, केवल इस ऐप के सैंडबॉक्स में। आप अपना पंजीकृत पता भी ले सकते हैं, और code साथ ला सकते
        हैं: {own}
      </>
    ),
    state: 'जैसा भेजा वैसा लौटता है। आपका ऐप हर व्यक्ति के लिए नया बनाता है, और मिलाकर देखता है।',
    pkce: 'PKCE के साथ (S256)',
    pkceHint: 'रास्ते में चुराया गया code चोर के किसी काम का नहीं होता।',
    loginHint: 'केवल सैंडबॉक्स में: वह पेज नहीं आता जो पूछता है कि आप कौन बनना चाहते हैं।',
    chooseThere: 'वहीं चुनें',
    more: 'और parameters',
    responseType: 'केवल code मिलता है। ग़लती देखने के लिए कुछ और आज़माएँ।',
    make: 'Request बनाएँ',
    makeAgain: 'एक और बनाएँ',
    open: 'वहाँ जाएँ, व्यक्ति के ब्राउज़र की तरह',
  },

  outcome: {
    authorize: 'तैयार',
    code: 'Code लौटा',
    error: 'Error लौटा',
    nothing: 'कुछ नहीं लौटा',
    token: 'Tokens मिले',
    'user-data': 'डेटा मिला',
    refresh: 'नए tokens',
    retry: 'वही जवाब फिर से',
    replay: 'नामंज़ूर, जैसा होना चाहिए',
    revoke: 'ख़त्म किया गया',
    failed: 'नामंज़ूर',
  },
  meaning: {
    authorize:
      'अभी कुछ नहीं भेजा गया। अगर व्यक्ति मना करे तो हम उसे अपने शुरुआती पेज पर ले जाते हैं, और आपके ऐप को कुछ पता नहीं चलता।',
    code: 'व्यक्ति ने अनुमति दी। Code उसके बारे में कुछ नहीं बताता: उसे केवल आपका सर्वर बदल सकता है।',
    error: 'Request सही नहीं थी। आपका ऐप अपना पेज दिखाए, और error को अपने log में लिखे।',
    nothing: 'Query में न code है न error: किसी ने यह पता हाथ से खोला है।',
    token: 'दोनों को अपने सर्वर पर रखें। Access token पढ़ता है, refresh token अगला लाता है।',
    'user-data': 'ठीक वही जिस पर व्यक्ति सहमत हुआ। userId हमेशा वही रहता है: लोगों को उसी से पहचानें।',
    refresh: 'नया जोड़ा रखें। पुराना access token तुरंत ख़त्म हो गया।',
    retry: 'कुछ सेकंड तक यह रास्ते में खोया जवाब माना जाता है, replay नहीं।',
    replay: 'ख़र्च की गई चीज़ दोबारा आई, इसलिए इस बार का सब कुछ ख़त्म है। देखने के लिए डेटा पढ़ें।',
    revoke: '200 का जवाब token के बारे में कुछ नहीं बताता: अनजान token को भी यही मिलता है।',
    failed: 'आपके ऐप को भी यही मिलता।',
  },
  state: {
    same: 'State वही है जिसके साथ यह ब्राउज़र गया था।',
    different: 'State वह नहीं है जिसके साथ यह ब्राउज़र गया था: आपके ऐप को यहीं रुकना होगा।',
    unknown: 'पिछले कुछ मिनटों में यह ब्राउज़र यहाँ से नहीं गया, इसलिए आपके ऐप को यहीं रुकना होगा।',
  },
  whyFailed: 'इसे “यह क्यों नहीं चला?” में देखें',

  problems: {
    'live-secret': 'यह लाइव का secret है। प्लेग्राउंड केवल सैंडबॉक्स के लेता है; कुछ नहीं भेजा गया।',
    'foreign-token': 'यह access token इस ऐप के सैंडबॉक्स का नहीं है; कुछ नहीं भेजा गया।',
  },

  secret: {
    title: 'Secret पास में नहीं है?',
    summary: 'प्लेग्राउंड के लिए एक जोड़ें: सैंडबॉक्स का, एक घंटे में ख़त्म। उसे कॉपी कर लें, तीसरा चरण उसे माँगता है।',
    make: 'प्लेग्राउंड के लिए secret बनाएँ',
    made: 'प्लेग्राउंड के लिए secret',
    madeSummary: 'एक ही बार दिखाया जाता है, एक घंटे में ख़त्म। उसे कॉपी कर लें, तीसरा चरण उसे माँगता है।',
    askTeam: 'टीम के किसी डेवलपर या स्वामी से सैंडबॉक्स का secret माँगें।',
  },

  closed: {
    suspended: {
      title: 'ऐप निलंबित है',
      toDo: 'उसका सैंडबॉक्स भी बंद है। ऐप के पेज पर कारण पढ़ें, और समीक्षकों को जवाब दें।',
    },
    retired: {
      title: 'ऐप बंद कर दिया गया है',
      toDo: 'वह हमेशा के लिए ख़त्म है। कुछ आज़माना हो तो दूसरा ऐप जोड़ें: उसका सैंडबॉक्स तुरंत चलता है।',
    },
    'sandbox-off': {
      title: 'सैंडबॉक्स बंद है',
      toDo: 'संस्थान ने उसे बंद किया है, इसलिए आज़माने के लिए कोई व्यक्ति नहीं है। Maintainer से पूछें, या उदाहरणों से काम करें।',
    },
  },
  toApp: 'ऐप के पेज पर',
  toSnippets: 'उदाहरणों पर',
};
