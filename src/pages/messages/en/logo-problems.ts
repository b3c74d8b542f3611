/** What is wrong with a picture that should become a logo. */
export const logoProblems = {
  missing: 'Choose a picture first.',
  tooLarge: (megabytes: number): string => `The picture is too large. Use at most ${megabytes} MB.`,
  notAPicture: 'We cannot read this as a picture. Use PNG, JPEG, WebP, GIF or AVIF.',
  notSquare: (width: number, height: number): string =>
    `The aspect ratio of the uploaded file is incorrect. The aspect ratio should be 1. Yours is ${width} × ${height} pixels.`,
  tooManyPixels: (width: number, height: number): string =>
    `The picture has too many pixels (${width} × ${height}). 512 × 512 is enough.`,
};
