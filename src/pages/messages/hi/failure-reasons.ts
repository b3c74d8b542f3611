import type { failureReasons as english } from '../en/failure-reasons.ts';

export const failureReasons: typeof english = {
  'client-id-missing': {
    what: 'Client ID नहीं भेजी गई।',
    change: 'client_id को body में भेजें, या client ID और client secret को HTTP Basic से भेजें।',
  },
  'client-unknown': {
    what: 'इस client ID का कोई ऐप नहीं है।',
    change: 'डैशबोर्ड से client ID दोबारा कॉपी करें।',
  },
  'client-secret-missing': {
    what: 'Client secret नहीं भेजा गया।',
    change:
      'client_secret को form के body में या HTTP Basic से भेजें। देखें कि जिस सेटिंग में वह रखा है, वह खाली तो नहीं है।',
  },
  'client-secret-wrong': {
    what: 'यह client secret इस ऐप का नहीं है।',
    change:
      'उसका अंत डैशबोर्ड के secret से मिलाएँ: हो सकता है वह रद्द हो, अधूरा हो, या दूसरे परिवेश का हो। खो गया हो तो नया जोड़ें।',
  },
  'client-secret-expired': {
    what: 'Client secret की अवधि समाप्त हो गई है।',
    change: 'डैशबोर्ड पर नया secret जोड़ें और उसे ऐप में रखें।',
  },
  'client-not-approved': {
    what: 'ऐप स्वीकृत नहीं है।',
    change: 'स्वीकृति तक सैंडबॉक्स की client ID इस्तेमाल करें, या ऐप को समीक्षा के लिए भेजें।',
  },
  'client-suspended': {
    what: 'ऐप निलंबित है।',
    change: 'कारण डैशबोर्ड पर लिखा है। वहीं से समीक्षकों को लिखें।',
  },
  'client-retired': {
    what: 'ऐप बंद कर दिया गया है।',
    change: 'यह वापस नहीं हो सकता। नया ऐप पंजीकृत करें।',
  },
  'sandbox-off': {
    what: 'यहाँ सैंडबॉक्स बंद है।',
    change: 'लाइव client ID इस्तेमाल करें, या संस्थान से पूछें।',
  },
  'parameter-repeated': {
    what: 'एक पैरामीटर दो बार भेजा गया।',
    change: 'हर पैरामीटर एक ही बार भेजें। देखें कि कोई पते में पहले से हो और फिर जोड़ा जा रहा हो।',
  },
  'redirect-uri-mismatch': {
    what: 'Redirect URI सही नहीं है।',
    change: 'पंजीकृत redirect URI को अक्षरशः भेजें, अंत के स्लैश के साथ, और code बदलते समय भी वही भेजें।',
  },
  'state-too-long': {
    what: 'state बहुत लंबा है।',
    change: 'अनुरोध की बातें अपने session में रखें, और state में केवल एक रैंडम कुंजी भेजें।',
  },
  'response-type-unsupported': {
    what: 'यह response_type उपलब्ध नहीं है।',
    change: 'response_type=code भेजें।',
  },
  'pkce-challenge-malformed': {
    what: 'Code challenge मान्य नहीं है।',
    change: 'verifier के SHA-256 का base64url, अंत में = के बिना, code_challenge_method=S256 के साथ भेजें।',
  },
  'consent-denied': {
    what: 'व्यक्ति ने अनुमति नहीं दी।',
    change: 'कुछ गलत नहीं है। लोगों को यहाँ भेजने से पहले बताएँ कि डेटा किसलिए चाहिए।',
  },
  'grant-type-unsupported': {
    what: 'यह grant_type यहाँ नहीं है।',
    change: 'grant_type=authorization_code या grant_type=refresh_token भेजें, JSON नहीं, form के रूप में।',
  },
  'grant-type-not-offered': {
    what: 'यह grant_type ऐप्स के लिए उपलब्ध नहीं है।',
    change: 'लोगों को authorise पेज पर भेजें और code को बदलें।',
  },
  'code-missing': {
    what: 'code नहीं भेजा गया।',
    change: 'अपने redirect URI की query से code लें और उसे body में भेजें।',
  },
  'code-unknown': {
    what: 'ऐसा कोई code नहीं है।',
    change:
      'जैसा आया वैसा ही भेजें। हो सकता है वह कट गया हो, दो बार encode हुआ हो, या किसी और सर्वर का हो।',
  },
  'code-expired': {
    what: 'Code बहुत पुराना है।',
    change: 'आते ही उसे बदलें: वह एक मिनट चलता है। देखें कि बीच में कोई queue तो नहीं है।',
  },
  'code-replayed': {
    what: 'Code पहले इस्तेमाल हो चुका है, इसलिए उसके सभी टोकन समाप्त हो गए।',
    change:
      'एक code एक ही बार बदलें। देखें कि पेज दोबारा लोड तो नहीं होता, अनुरोध दोहराया तो नहीं जाता, या दो सर्वर एक ही callback तो नहीं सँभालते।',
  },
  'code-of-another-client': {
    what: 'Code किसी और client ID को दिया गया था।',
    change: 'दोनों चरणों में एक ही client ID रखें। लाइव और सैंडबॉक्स की अलग-अलग हैं; उन्हें न मिलाएँ।',
  },
  'redirect-uri-missing': {
    what: 'redirect_uri नहीं भेजा गया, और ऐप के कई हैं।',
    change: 'वही redirect_uri भेजें जो authorization request में था।',
  },
  'pkce-verifier-missing': {
    what: 'code_verifier नहीं भेजा गया।',
    change: 'Authorization request में code challenge था, इसलिए code के साथ उसका verifier भेजें।',
  },
  'pkce-verifier-wrong': {
    what: 'code_verifier और code challenge मेल नहीं खाते।',
    change: 'हर साइन इन का verifier उसी व्यक्ति के session में रखें, और वही भेजें।',
  },
  'refresh-token-missing': {
    what: 'Refresh token नहीं भेजा गया।',
    change: 'refresh_token को body में भेजें।',
  },
  'refresh-token-unknown': {
    what: 'ऐसा कोई refresh token नहीं है।',
    change: 'जैसा आया वैसा ही भेजें। Access token अलग चीज़ है। बहुत पुराना हो तो व्यक्ति को फिर साइन इन कराएँ।',
  },
  'refresh-token-of-another-client': {
    what: 'Refresh token किसी और client ID का है।',
    change: 'उसी client ID से refresh करें जिसे वह मिला था। लाइव और सैंडबॉक्स की अलग-अलग हैं।',
  },
  'refresh-token-replayed': {
    what: 'Refresh token पहले इस्तेमाल हो चुका है, इसलिए पहुँच समाप्त हो गई।',
    change:
      'हर refresh एक नया refresh token देता है: उसे पुराने की जगह रखें, और एक समय में एक ही process refresh करे। व्यक्ति को फिर साइन इन कराएँ।',
  },
  'refresh-token-disused': {
    what: 'Refresh token का उपयोग संस्थान की तय सीमा से ज़्यादा समय तक नहीं हुआ, इसलिए पहुँच समाप्त हो गई।',
    change:
      'व्यक्ति को फिर साइन इन कराएँ। अगर आपका ऐप तब भी काम करता है जब कोई उसका उपयोग नहीं कर रहा, तो संस्थान की सीमा से पहले refresh करें।',
  },
  'scope-too-wide': {
    what: 'जितना मिला था उससे ज़्यादा scope माँगा गया।',
    change: 'Refresh करते समय scope न भेजें।',
  },
  'authorization-ended': {
    what: 'पहुँच समाप्त हो गई है: व्यक्ति ने या ऐप ने उसे समाप्त किया।',
    change: 'व्यक्ति चाहें तो उन्हें फिर साइन इन कराएँ।',
  },
  'account-inactive': {
    what: 'व्यक्ति का खाता अब सक्रिय नहीं है।',
    change: 'अपने ऐप में उनका session समाप्त करें।',
  },
  'token-missing': {
    what: 'टोकन नहीं भेजा गया।',
    change: 'जिस टोकन को रद्द करना है, उसे body में token के रूप में भेजें।',
  },
  'token-unknown': {
    what: 'ऐसा कोई टोकन नहीं है।',
    change: 'जैसा आया वैसा ही Authorization: Bearer के रूप में भेजें।',
  },
  'token-expired': {
    what: 'Access token की अवधि समाप्त हो गई है।',
    change: 'उसे refresh करें, और expires_in का ध्यान रखें।',
  },
};
