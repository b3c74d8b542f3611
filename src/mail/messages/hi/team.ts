import { duration, paragraphs, roleName, type MailWords } from '../mail-words.ts';

export const team: Pick<
  MailWords,
  | 'team-member-added'
  | 'team-role-changed'
  | 'team-invitation'
  | 'team-member-removed'
  | 'team-left'
  | 'team-owners-leave'
  | 'team-ownerless'
  | 'team-owner-succeeded'
> = {
  'team-member-added': ({ app, by, role, appPage }, { name }) => ({
    subject: `आपको ऐप '${app}' की डेवलपर टीम में जोड़ा गया है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${by ?? 'टीम के एक सदस्य'} ने आपको ${app} की टीम में जोड़ा है। आपकी भूमिका: ${roleName(role, 'hi')}।\nऐप यहाँ है:\n${appPage}`,
    ),
  }),

  'team-role-changed': ({ app, by, role, appPage }, { name }) => ({
    subject: `${app} की टीम में आपकी भूमिका बदल गई है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${by ?? 'एक स्वामी'} ने ${app} की टीम में आपकी भूमिका बदल दी है। अब यह है: ${roleName(role, 'hi')}।\nऐप यहाँ है:\n${appPage}`,
    ),
  }),

  'team-invitation': ({ app, by, role, link, validSeconds }, { name, institution }) => ({
    subject: `${app} की टीम में शामिल हों`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${by ?? 'एक स्वामी'} आपको ${app} की टीम में बुला रहे हैं। यह ऐप ${institution} में पंजीकृत है। आपकी भूमिका होगी: ${roleName(role, 'hi')}।`,
      `यह पेज खोलें, साइन इन करें और निमंत्रण स्वीकार या अस्वीकार करें:\n${link}`,
      `लिंक एक बार, ${duration(validSeconds, 'hi')} के भीतर काम करता है। यदि आपको नहीं पता कि यह किस बारे में है तो कुछ न करें: बिना स्वीकार किए कोई टीम में नहीं आता।`,
    ),
  }),

  'team-member-removed': ({ app, by }, { name }) => ({
    subject: `आपको ऐप '${app}' की डेवलपर टीम से हटाया गया है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${by ?? 'टीम के एक सदस्य'} ने आपको ${app} की टीम से हटा दिया है।\nअब आप यह ऐप न देख सकते हैं, न बदल सकते हैं।`,
    ),
  }),

  'team-left': ({ app }, { name }) => ({
    subject: `आपने ऐप '${app}' की डेवलपर टीम छोड़ दी है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `आपने ${app} की टीम छोड़ दी है।\nअब आप यह ऐप न देख सकते हैं, न बदल सकते हैं।`,
    ),
  }),

  'team-owners-leave': ({ app, date, successor, appPage }, { name, institution }) => ({
    subject: `${date} को ${app} के आख़िरी स्वामी जा रहे हैं`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `हमारी जानकारी के अनुसार ${app} के आख़िरी स्वामी ${date} को ${institution} छोड़ रहे हैं। उसके बाद इसकी टीम को कोई नहीं बदल सकेगा।`,
      successor === '' ? '' : `तब ${successor} स्वामी बन जाएँगे, जैसा स्वामियों ने तय किया है।`,
      `उस दिन से पहले स्वामी किसी और को स्वामी बना सकते हैं या उत्तराधिकारी चुन सकते हैं:\n${appPage}`,
    ),
  }),

  'team-ownerless': ({ app, nextInLine, appPage }, { name }) => ({
    subject: `${app} का अब कोई स्वामी नहीं है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${app} का कोई भी स्वामी अब यहाँ नहीं है: उनके खाते निष्क्रिय हैं या उनकी भूमिकाएँ समाप्त हो गई हैं। ऐप चलता रहेगा, पर इसकी टीम को कोई नहीं बदल सकता।`,
      nextInLine === '' ? '' : `${nextInLine} टीम में सबसे पुराने हैं और इसे सँभाल सकते हैं।`,
      `मेंटेनर भी किसी को स्वामी बना सकते हैं। ऐप यहाँ है:\n${appPage}`,
    ),
  }),

  'team-owner-succeeded': ({ app, owner, appPage }, { name }) => ({
    subject: `अब ${app} के स्वामी ${owner} हैं`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `अब ${app} के स्वामी ${owner} हैं, क्योंकि इसका कोई भी स्वामी यहाँ नहीं रहा।\nऐप यहाँ है:\n${appPage}`,
    ),
  }),
};
