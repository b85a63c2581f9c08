package koetsu.load.internal;

/**
 * A text and how it was decoded.
 *
 * @param text without a byte order mark
 * @param encoding name of the charset
 */
record Decoded(String text, String encoding) {}
