import { paragraphs, type MailWords } from '../mail-words.ts';

export const team: Pick<MailWords, 'team-member-added' | 'team-member-removed' | 'team-left'> = {
  'team-member-added': ({ app, by, appPage }, { name }) => ({
    subject: `आपको ऐप '${app}' की डेवलपर टीम में जोड़ा गया है`,
    text: paragraphs(
      `नमस्ते ${name},`,
      `${by ?? 'टीम के एक सदस्य'} ने आपको ${app} की टीम में जोड़ा है।\nअब आप यह ऐप देख और बदल सकते हैं:\n${appPage}`,
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
};
