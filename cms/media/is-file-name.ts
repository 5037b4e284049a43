/** What cameras and stock sites call files; nobody who listens learns anything from it. */
const fileNames = [
  /\.(jpe?g|png|webp|avif|gif|heic|tiff?)$/i,
  /^(img|dsc|dscn|dscf|pxl|p|image|bilde|foto|photo|screenshot|skjermbilde)[\s_-]*\d[\d\s_().:kl-]*$/i,
  /^(shutterstock|istock|adobestock|gettyimages|unsplash|pexels)[\d\s_().-]*$/i,
  /^\S*_\S*\d\S*$/,
  /^(?=\S{12,}$)\S*-\S*\d\S*$/,
  /^[\d\s_().-]+$/,
];

/** Whether a description is the name of a file. */
export const isFileName = (alt: string): boolean =>
  fileNames.some((pattern) => pattern.test(alt.trim()));
