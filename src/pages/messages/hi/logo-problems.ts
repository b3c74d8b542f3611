import type { logoProblems as english } from '../en/logo-problems.ts';

export const logoProblems: typeof english = {
  missing: 'पहले एक तस्वीर चुनें।',
  tooLarge: (megabytes) => `तस्वीर बहुत बड़ी है। अधिकतम ${megabytes} MB की दें।`,
  notAPicture: 'हम इसे तस्वीर के रूप में नहीं पढ़ पाए। PNG, JPEG, WebP, GIF या AVIF दें।',
  notSquare: (width, height) =>
    `तस्वीर चौकोर होनी चाहिए। आपकी तस्वीर ${width} × ${height} पिक्सेल की है।`,
  tooManyPixels: (width, height) =>
    `तस्वीर में बहुत ज़्यादा पिक्सेल हैं (${width} × ${height})। 512 × 512 काफ़ी है।`,
};
