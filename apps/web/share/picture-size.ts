/** The size that those who show shared pages ask for, in pixels: 1.91 to 1. */
export const [pictureWidth, pictureHeight] = [1200, 630];
