import type { institution as english } from '../en/institution.tsx';

export const institution: typeof english = {
  title: 'संस्थान',
  lead: 'जो यहाँ सब पर लागू होता है। हर बदलाव सहेजने से पहले दिखाया जाता है, तुरंत लागू होता है, और दर्ज किया जाता है।',
  sections: {
    overview: 'सारांश',
    look: 'नाम और रूप',
    terms: 'डेवलपर के लिए शर्तें',
    mails: 'मेल',
    dataPoints: 'जानकारी के प्रकार',
    policies: 'नीतियाँ',
    history: 'इतिहास',
  },
  sectionsLabel: 'संस्थान की सेटिंग के भाग',

  overview: {
    look: 'जिससे लोग हर पेज पर और हर मेल में संस्थान को पहचानते हैं।',
    terms: 'ऐप पंजीकृत करने से पहले डेवलपर जिन शर्तों पर सहमत होते हैं।',
    mails: 'इस सेवा से भेजे जाने वाले मेल के शब्द।',
    dataPoints: 'ऐप लोगों से जो जानकारी माँग सकते हैं।',
    policies: 'पहुँच कितने समय रहती है, क्या फिर से पूछा जाता है, और किसे स्वीकृति मिलती है।',
    history: 'किसने क्या बदला, और कब।',
  },
  ownText: 'आपका अपना पाठ',
  productText: 'सॉफ़्टवेयर के साथ आया पाठ',
  termsSummary: (englishText, hindiText) => `अंग्रेज़ी: ${englishText}। हिन्दी: ${hindiText}।`,
  mailsSummary: (count) =>
    count === 0 ? 'सभी सॉफ़्टवेयर के साथ आए शब्दों में हैं।' : `आपके अपने शब्दों में: ${count}`,
  dataPointsSummary: (all, own) => `${all} उपलब्ध हैं, जिनमें से ${own} यहाँ जोड़े गए हैं।`,
  lastChange: (who, when) => (
    <>
      पिछला बदलाव: {who}, {when}
    </>
  ),
  neverChanged: 'अभी तक कुछ नहीं बदला गया है।',

  showPreview: 'पहले देखें',
  previewOf: (what) => `पूर्वावलोकन: ${what}`,
  previewLead: 'अभी कुछ सहेजा नहीं गया है। सहेजने पर ऐसा होगा।',
  changes: 'क्या बदलेगा',
  setting: 'सेटिंग',
  now: 'अभी',
  afterSaving: 'सहेजने के बाद',
  save: 'सहेजें',
  goOnEditing: 'और बदलें',
  nothingChanges: 'आपने जो भरा है वही पहले से लागू है, इसलिए सहेजने को कुछ नहीं है।',
  nothingSaved: 'कुछ भी सहेजा नहीं गया',

  meanwhileTitle: 'जब आप बदलाव कर रहे थे, तब किसी और ने इसे सहेज दिया',
  meanwhile: (who, when) => (
    <>
      {who} ने इसे {when} सहेजा। आपने जो भरा था वह यहीं है, पर सहेजा नहीं गया है। दोनों की तुलना करें और फिर से
      पूर्वावलोकन देखें: सहेजने पर उनका सहेजा हुआ बदल जाएगा।
    </>
  ),
  savedNow: 'अभी सहेजा हुआ',
  yours: 'आपने जो भरा',

  savedHere: (variable, value) => (
    <>
      यहाँ सहेजा गया है, और सर्वर के कॉन्फ़िगरेशन के {variable} से ऊपर माना जाता है। वहाँ “{value}” लिखा है: वही
      यहाँ सहेजें, तो यह फिर से उसी के अनुसार चलेगा।
    </>
  ),
  fromConfiguration: (variable) => (
    <>जब तक आप यहाँ कुछ और न सहेजें, यह सर्वर के कॉन्फ़िगरेशन के {variable} के अनुसार चलता है।</>
  ),

  none: 'कोई नहीं',
  yes: 'हाँ',
  no: 'नहीं',
  never: 'कभी नहीं',
  asConfigured: 'जैसा बिना निर्णय के होता है',
  changedText: 'दूसरा पाठ',
  commandLine: 'ऑपरेटर, कमांड लाइन से',
  somebody: 'किसी',
  historyEmpty: 'अभी तक कुछ नहीं बदला गया है। यहाँ जो बदला जाएगा वह यहाँ दिखेगा।',
  historyLead: 'यह हमेशा के लिए रखा जाता है। केवल वही दिखता है जो बदला गया; सबसे नया सबसे ऊपर है।',
  changeLine: (what, before, after) => `${what}: ${before} → ${after}`,
  valueLine: (what, value) => `${what}: ${value}`,
  mailIn: (mail, language) => `“${mail}” (${language})`,
  concerns: {
    identity: 'नाम और रूप',
    terms: 'डेवलपर के लिए शर्तें',
    mailTexts: 'मेल के शब्द',
    dataPoints: 'जानकारी के प्रकार',
    tokens: 'पहुँच की अवधि',
    consent: 'सहमति पूछना',
    sandbox: 'सैंडबॉक्स',
    review: 'ऐप की समीक्षा',
    reviewDesk: 'समीक्षकों के सवाल और जवाब',
    notifications: 'नई पहुँच की सूचना',
    leakedSecrets: 'लीक हुए client secret',
  },
  members: {
    checklist: 'स्वीकृति से पहले के सवाल',
    replies: 'तैयार जवाब',
    name: 'नाम',
    logoPath: 'लोगो',
    accentColour: 'हल्की पृष्ठभूमि पर रंग',
    accentColourDark: 'गहरी पृष्ठभूमि पर रंग',
    supportContact: 'प्रश्न और शिकायत के लिए संपर्क',
    language: 'भाषा',
    en: 'अंग्रेज़ी पाठ',
    hi: 'हिन्दी पाठ',
    categories: 'यहाँ जोड़े गए जानकारी के प्रकार',
    accessTokenSeconds: 'access token की अवधि',
    refreshTokenUnusedDays: 'उपयोग न होने पर पहुँच समाप्त',
    remember: 'लोगों से कब पूछा जाता है',
    isOn: 'चालू',
    fourEyes: 'स्वीकृति के लिए दो मेंटेनर',
    autoApprovedClaims: 'मेंटेनर के बिना स्वीकृत',
    usualClaims: 'आम जानकारी',
    reattestAfterMonths: 'टीम अपनी ज़रूरत की पुष्टि कब करे',
    mailOnNewAccess: 'ऐप को पहली बार पहुँच मिलने पर मेल',
    reaction: 'client secret लीक होने पर',
  },
};
