import type { errors as english } from '../en/errors.ts';

const FOR_THE_DEVELOPER = 'अगर यह ऐप आप बनाते हैं:';

export const errors: typeof english = {
  goHome: 'होम पेज पर जाएँ',

  notFound: {
    title: 'यह पेज मौजूद नहीं है',
    explanation: 'इस पते पर कुछ नहीं है, या इसे देखने की अनुमति आपको नहीं है।',
    advice: 'पता जाँच लें, या होम पेज पर लौट जाएँ।',
  },
  tooLarge: {
    title: 'यह बहुत बड़ा है',
    explanation: 'आपने जो भेजा है, वह इस पेज की सीमा से बड़ा है।',
    advice: 'वापस जाएँ, कम भेजें और फिर से कोशिश करें।',
  },
  forgedForm: {
    title: 'यह फ़ॉर्म किसी दूसरी साइट से भेजा गया है',
    explanation: 'आपकी सुरक्षा के लिए हम केवल अपने पेजों से भेजे गए फ़ॉर्म स्वीकार करते हैं।',
    advice: 'यहाँ वही पेज खोलें और फ़ॉर्म फिर से भेजें।',
  },
  unexpected: {
    title: 'हमारी ओर से कुछ गड़बड़ हो गई',
    explanation: 'हो सकता है आपका काम सहेजा गया हो, और हो सकता है न सहेजा गया हो।',
    advice: 'थोड़ी देर रुककर फिर से कोशिश करें। अगर ऐसा दोबारा हो, तो अपने संस्थान को यह संख्या बताएँ:',
  },
  unavailable: {
    title: 'हम कुछ ही देर में लौटेंगे',
    explanation:
      'हमारा डेटाबेस अभी जवाब नहीं दे रहा है। हो सकता है आपका काम सहेजा गया हो, और हो सकता है न सहेजा गया हो।',
    advice: 'कुछ सेकंड रुककर फिर से कोशिश करें। अगर ऐसा होता रहे, तो अपने संस्थान को यह संख्या बताएँ:',
  },
  requestNumber: 'अनुरोध संख्या',

  clientIdMissing: {
    title: 'यह लिंक अधूरा है',
    explanation: 'इससे पता नहीं चलता कि आपको किस ऐप ने यहाँ भेजा है।',
    advice: `ऐप पर लौटें और फिर से कोशिश करें। ${FOR_THE_DEVELOPER} पते में client_id पैरामीटर होना चाहिए।`,
  },
  parameterRepeated: (parameter) => ({
    title: 'यह लिंक एक साथ दो बातें कहता है',
    explanation: `इसमें ${parameter} पैरामीटर एक से अधिक बार है।`,
    advice: `ऐप पर लौटें और फिर से कोशिश करें। ${FOR_THE_DEVELOPER} हर पैरामीटर एक ही बार भेजें।`,
  }),
  clientUnknown: (institution) => ({
    title: 'हम इस ऐप को नहीं जानते',
    explanation: `${institution} में इस client ID का कोई ऐप पंजीकृत नहीं है। हो सकता है उसे हटा दिया गया हो।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} client ID को अपने डैशबोर्ड की client ID से मिलाएँ।`,
  }),
  clientDraft: (app, institution) => ({
    title: `${app} अभी तैयार नहीं है`,
    explanation: `इसकी टीम ने इसे अभी ${institution} की समीक्षा के लिए नहीं भेजा है, इसलिए वह आपसे कुछ नहीं माँग सकता।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} sandbox की client ID से बनाना जारी रखें, और डैशबोर्ड से समीक्षा के लिए भेजें।`,
  }),
  clientRetired: (app) => ({
    title: `${app} बंद कर दिया गया है`,
    explanation: 'इसे बनाने वालों ने इसे समाप्त कर दिया है। अब यह किसी का डेटा नहीं पढ़ सकता।',
    advice: 'कुछ भी साझा नहीं किया गया। उनसे पूछें कि इसकी जगह क्या इस्तेमाल करें।',
  }),
  clientInReview: (app, institution) => ({
    title: `${app} की समीक्षा अभी बाकी है`,
    explanation: `${app} जो माँगता है, उसे ${institution} ने अभी स्वीकृति नहीं दी है, इसलिए वह आपसे कुछ नहीं माँग सकता।`,
    advice: `बाद में फिर से कोशिश करें। ${FOR_THE_DEVELOPER} समीक्षा की स्थिति डैशबोर्ड पर दिखती है।`,
  }),
  clientRejected: (app, institution) => ({
    title: `${app} स्वीकृत नहीं है`,
    explanation: `${app} जो माँगता है, उसे ${institution} ने अस्वीकार कर दिया है, इसलिए वह आपसे कुछ नहीं माँग सकता।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} डैशबोर्ड पर कारण लिखा है, और वहीं से आप दोबारा अनुरोध कर सकते हैं।`,
  }),
  clientSuspended: (app, institution) => ({
    title: `${app} निलंबित है`,
    explanation: `${institution} ने इस ऐप को रोक दिया है। यह किसी का भी डेटा नहीं पढ़ सकता।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} कारण डैशबोर्ड पर लिखा है।`,
  }),
  sandboxOff: (app, institution) => ({
    title: 'सैंडबॉक्स बंद है',
    explanation: `${app} ने आपको अपनी सैंडबॉक्स client ID के साथ यहाँ भेजा है, और ${institution} में सैंडबॉक्स उपलब्ध नहीं है।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} लाइव client ID का उपयोग करें।`,
  }),
  redirectUriMismatch: (app) => ({
    title: 'इस ऐप का पता पंजीकृत नहीं है',
    explanation: `आपको ऐसे पते पर भेजा जा रहा था जो ${app} के लिए पंजीकृत नहीं है, इसलिए हमने यहीं रोक दिया।`,
    advice: `कुछ भी साझा नहीं किया गया। ${FOR_THE_DEVELOPER} ठीक यही redirect URI अपने डैशबोर्ड पर पंजीकृत करें; हर अक्षर मायने रखता है।`,
  }),
  clientId: 'Client ID',
  redirectUri: 'Redirect URI',
};
