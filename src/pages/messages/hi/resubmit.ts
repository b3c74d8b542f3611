import type { resubmit as english } from '../en/resubmit.ts';

export const resubmit: typeof english = {
  title: 'इसे फिर से भेजें?',
  lead: 'यह पेज बहुत देर तक खुला रहा, या इस बीच आपने किसी दूसरे टैब में साइन इन या साइन आउट किया। सुरक्षा के लिए अभी कुछ भी नहीं किया गया है।',
  stillHere: 'आपने जो लिखा था, वह यहीं है। पासवर्ड और फ़ाइलें दोबारा देनी होंगी।',
  sendAgain: 'फिर से भेजें',
  leaveIt: 'रहने दें',
};
