import type { notices as english } from '../en/notices.ts';

export const notices: typeof english = {
  'signed-out': 'आप साइन आउट हो गए हैं।',
  'password-changed': 'आपका पासवर्ड बदल गया है। बाकी ब्राउज़र साइन आउट कर दिए गए हैं।',
  'password-reset': 'आपका पासवर्ड बदल गया है। अब नए पासवर्ड से साइन इन करें।',
  'access-ended': 'अब इस ऐप के पास आपके डेटा तक पहुँच नहीं है।',
  'session-ended': 'वह ब्राउज़र साइन आउट कर दिया गया है।',
  'other-sessions-ended': 'बाकी सभी ब्राउज़र साइन आउट कर दिए गए हैं।',
  'details-changed': 'विवरण सहेज लिया गया है।',
  'redirect-uris-changed': 'redirect URI सहेज लिए गए हैं और अब लागू हैं।',
  'claims-in-review': 'सहेज लिया गया। ऐप अब अलग डेटा माँगता है, इसलिए वह फिर से समीक्षा में है।',
  'claims-changed': 'माँगी गई जानकारी सहेज ली गई है। स्वीकृति बनी हुई है।',
  'logo-changed': 'लोगो सहेज लिया गया है।',
  'logo-removed': 'लोगो हटा दिया गया है।',
  'member-added': 'टीम के नए सदस्य अब इस ऐप को देख और बदल सकते हैं।',
  'member-removed': 'वह व्यक्ति अब टीम में नहीं है।',
  'app-deleted': 'ऐप हटा दिया गया है, और उसके सभी टोकन बेकार हो गए हैं।',
  'app-resubmitted': 'ऐप फिर से समीक्षा में है।',
  'decision-recorded': 'फ़ैसला दर्ज हो गया है, और टीम को मेल से बता दिया गया है।',
  'secret-revoked':
    'Client secret रद्द कर दिया गया है। जो ऐप अब भी इसका उपयोग करते हैं, उन्हें टोकन नहीं मिलेंगे।',
  'settings-saved': 'सहेज दिया गया है और लागू है।',
  'settings-unchanged': 'कुछ भी अलग नहीं था, इसलिए कुछ सहेजा नहीं गया।',
  'secret-leak-reported': 'धन्यवाद। अगर यह हमारा client secret था, तो उस पर कार्रवाई हो गई है।',
};
