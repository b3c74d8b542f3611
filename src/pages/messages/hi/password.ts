import type { password as english } from '../en/password.ts';

export const password: typeof english = {
  hint: 'कम से कम 10 अक्षर। एक के बाद एक तीन-चार शब्द याद रखने में आसान और भाँपने में कठिन होते हैं।',
  notChanged: 'आपका पासवर्ड नहीं बदला गया',
  newPassword: 'नया पासवर्ड',
  change: 'पासवर्ड बदलें',

  wrongCurrent: 'यह आपका वर्तमान पासवर्ड नहीं है।',
  tooManyAttempts: (wait) => `बहुत बार कोशिश की गई। ${wait} बाद फिर से कोशिश करें।`,

  tooShort: (shortest) => `यह बहुत छोटा है। कम से कम ${shortest} अक्षर रखें।`,
  tooLong: (longest) => `यह बहुत लंबा है। अधिक से अधिक ${longest} अक्षर रखें।`,
  personal: 'यह लगभग आपका नाम या नंबर ही है। इसमें अपने कुछ शब्द जोड़ें।',
  common: 'दूसरे लोग सबसे पहले ऐसे ही पासवर्ड आज़माते हैं। कोई दूसरा चुनें।',
};
