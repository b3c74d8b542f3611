import type { feed as english } from '../en/feed.tsx';

export const feed: typeof english = {
  title: 'होम',
  hello: (name) => <>नमस्ते, {name}</>,

  appsTitle: 'ऐप, जिनके पास आपके डेटा तक पहुँच है',
  appsSummary: 'जब तक आप पहुँच समाप्त नहीं करते, वे वही पढ़ते हैं जिसकी अनुमति आपने दी है।',
  manage: 'प्रबंधित करें',
  noAppTitle: 'किसी ऐप के पास पहुँच नहीं है',
  noApp: 'जब आप इस खाते से किसी ऐप में साइन इन करके उसे अनुमति देंगे, तो वह यहाँ दिखेगा।',
  neverRead: 'कभी नहीं पढ़ा',
  lastRead: (when) => <>आख़िरी बार {when} पढ़ा</>,
  suspended: 'निलंबित, अभी कुछ नहीं पढ़ता',
  usernameOnly: 'केवल यूज़रनेम',
  dataPoints: (count) => `${count} तरह की जानकारी`,

  places: 'जगहें',
  accountTitle: 'आपका खाता',
  account: 'पहुँच वाले ऐप, वे ब्राउज़र जिनमें आप साइन इन हैं, और आपका पासवर्ड।',
  developerTitle: 'डेवलपर',
  developer: 'ऐप पंजीकृत करें और लोगों को उसमें साइन इन करने दें।',
  reviewTitle: 'समीक्षा',
  review: 'तय करें कि कौन-से ऐप लोगों से उनका डेटा माँग सकते हैं।',
};
