import type { integration as english } from '../en/integration.tsx';

export const integration: typeof english = {
  title: 'जोड़ना',
  lead: (app) =>
    `${app} से लोगों को साइन इन कराएँ: इन उदाहरणों में उसकी अपनी client ID और redirect URI हैं।`,
  secret: (variable) => (
    <>Client secret यहाँ कभी नहीं दिखाया जाता: उसे environment variable {variable} में रखें।</>
  ),
  liveWaits: 'लाइव ऐप की स्वीकृति के बाद काम करेगा। तब तक सैंडबॉक्स इस्तेमाल करें: वह तुरंत काम करता है।',
  redirectUri: (uri) => (
    <>लोग {uri} पर लौटते हैं, जो ऐप का पहला redirect URI है। दूसरा चाहिए तो उसे हर जगह बदलें।</>
  ),
  byHand: (playground) => (
    <>पहले हर request और जवाब देखना हो तो {playground} में पूरा flow हाथ से चलाएँ।</>
  ),
  playground: 'प्लेग्राउंड',
  snippets: 'उदाहरण',
  about: {
    'curl.sh': 'तीनों चरण हाथ से, ताकि दिखे कि नेटवर्क पर क्या जाता है।',
    'passport.mjs': 'एक पूरा Express ऐप।',
    'auth-js.mjs': 'Next.js, SvelteKit, Express आदि के लिए provider।',
    'openid-client.mjs': 'किसी भी JavaScript सर्वर के लिए, PKCE के साथ।',
    'authlib.py': 'Python में एक पूरा Flask ऐप।',
    'django-allauth.py': 'अपना provider।',
    'spring.yml': 'Spring Security की सेटिंग।',
    'flutter.dart': 'फ़ोन का ऐप: पब्लिक, PKCE के साथ।',
  },
  code: (library) => `${library} का कोड`,
};
