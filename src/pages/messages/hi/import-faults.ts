import type { ImportFaultWords, ShownValue } from '../../../domain/import-problem.ts';

const quoted = (value: ShownValue): string => (value === null ? 'यह मान' : `"${value}"`);
const LINKS = 'इस तरह लिखें: git=https://github.com/name; lin=https://linkedin.com/in/name';
const ROLES = 'इस तरह लिखें: [{"role": "Student", "start_date": "2015-07-16", "end_date": null}]';

export const importFaults: ImportFaultWords = {
  'empty-file': () => 'फ़ाइल खाली है',
  'not-utf8': () => 'UTF-8 टेक्स्ट नहीं है: फ़ाइल को UTF-8 एन्कोडिंग में सहेजें',
  'not-one-json-object': () =>
    'एक पंक्ति में एक JSON ऑब्जेक्ट नहीं है। इस तरह लिखें: {"username": "15114009", "student.current_year": 4}',
  'stray-quote': () =>
    'में दोहरा उद्धरण चिह्न ऐसी जगह है जहाँ वह नहीं हो सकता: हर उद्धृत मान को उसी चिह्न से बंद करें, और मान के भीतर के चिह्न के लिए "" लिखें',
  'repeated-header': () => 'में शीर्ष पंक्ति दोहराई गई है: यह पंक्ति हटाएँ',
  'other-width': (values, columns, delimiter) =>
    `में ${values} मान हैं, पर शीर्ष पंक्ति में ${columns} कॉलम हैं: जिस मान में ${delimiter} हो उसे दोहरे उद्धरण चिह्नों में रखें`,

  'unnamed-column': (position) => `कॉलम ${position} का नाम नहीं है: उसे नाम दें या हटाएँ`,
  'column-twice': () => 'शीर्ष पंक्ति में दो बार है: एक रखें',
  'unknown-column': () =>
    'ऐसा कोई कॉलम नहीं है: उसे हटाएँ, या किसी डेटा बिंदु जैसा नाम दें, जैसे student.start_date',
  'misspelt-column': (meant) => `ऐसा कोई कॉलम नहीं है: क्या आपका मतलब ${meant} था?`,
  'plain-passwords': () =>
    'सादे पासवर्ड आयात नहीं किए जाते। यह कॉलम हटाएँ और लोगों को ईमेल से मिले लिंक से पासवर्ड चुनने दें, या इसका नाम password_hash रखें और इसमें argon2id या Django pbkdf2_sha256 के हैश भरें',
  'no-username-column': () => 'नहीं है: पहली पंक्ति में कॉलमों के नाम होने चाहिए, और उनमें से एक username',
  'two-columns': () => 'दो कॉलमों में है: एक रखें',

  'too-long': (most) => `${most} अक्षरों से लंबा है`,
  'control-characters': (value) => `${quoted(value)} में नियंत्रण वर्ण हैं: उन्हें हटाएँ`,
  'no-text': (value) => `${quoted(value)} टेक्स्ट नहीं है: उसे उद्धरण चिह्नों में रखें`,
  'no-boolean': (value) => `${quoted(value)} न true है न false: इनमें से एक लिखें`,
  'no-whole-number': (value) => `${quoted(value)} पूर्णांक नहीं है: इस तरह लिखें: 4`,
  'no-date': (value) => `${quoted(value)} तारीख नहीं है: इस तरह लिखें: 2015-07-16`,
  'no-picture': (value) =>
    `${quoted(value)} /media/ के अंदर की कोई तस्वीर नहीं है। उसका पथ इस तरह लिखें: kernel/display_pictures/name.png`,
  'no-list-of-links': (value) => `${quoted(value)} लिंकों की सूची नहीं है। ${LINKS}`,
  'too-many-links': (most) => `में ${most} से अधिक लिंक हैं`,
  'no-site-code': (value) => `${quoted(value)} किसी साइट का कोड नहीं है। ${LINKS}`,
  'no-web-address': (value) => `${quoted(value)} वेब पता नहीं है। ${LINKS}`,
  'site-twice': () => 'में एक साइट दो बार है: हर साइट का एक लिंक रखें',

  'no-username': () => 'नहीं है: हर व्यक्ति का एक होना चाहिए',
  'empty-username': () => 'खाली है: हर व्यक्ति का एक होना चाहिए, जैसे नामांकन संख्या',
  'username-with-spaces': () => 'में खाली जगह या नियंत्रण वर्ण हैं: उन्हें हटाएँ',
  'person-twice': (line) => `पंक्ति ${line} में पहले से है, और वही ली गई: दोनों में से एक रखें`,
  'no-password-hash': () =>
    'ऐसा पासवर्ड हैश नहीं है जिसे हम जाँच सकें: वह उचित मानों के साथ argon2id ($argon2id$v=19$m=…) या Django pbkdf2_sha256 होना चाहिए। अभी का पासवर्ड रखने के लिए इसे खाली छोड़ें',
  'no-list-of-roles': () => `भूमिकाओं की सूची नहीं है। ${ROLES}`,
  'no-role': (value) => `${quoted(value)} कोई भूमिका नहीं है। ${ROLES}`,
  'no-built-in-role': (value, roles) => `${quoted(value)} कोई भूमिका नहीं है। इनमें से एक लिखें: ${roles}`,
  'no-custom-role': (value) =>
    `${quoted(value)} कोई भूमिका नहीं है। एक बिंदु के साथ इस तरह लिखें: student_bodies.President`,
  'role-twice': (role) => `में ${role} दो बार है: एक रखें, पहले दिन से आखिरी दिन तक`,
  'no-date-of-role': (value, role) => `${quoted(value)} ${role} की तारीख नहीं है: YYYY-MM-DD लिखें`,
  'role-ends-first': (role, end, start) =>
    `${role} ${end} को समाप्त होती है, ${start} को शुरू होने से पहले: तारीखें आपस में बदलें`,
};
