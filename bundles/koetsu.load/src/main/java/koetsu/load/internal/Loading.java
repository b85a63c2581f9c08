package koetsu.load.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;

/** From bytes to a document: what both loaders do the same way. */
public final class Loading {
  /**
   * Inputs beyond this are refused before they are decoded; a text of this size has no reviewer.
   */
  static final int MAX_BYTES = 200_000_000;

  private static final int MEGABYTE = 1_000_000;

  private Loading() {}

  /**
   * Decodes and structures an input.
   *
   * @param markdown whether Markdown marks are structure
   */
  public static SourceDocument load(LoadRequest request, boolean markdown) throws LoadException {
    byte[] bytes = request.bytes();
    String name = request.name();
    if (bytes.length == 0) {
      throw new LoadException(name + ": the input is empty");
    }
    if (bytes.length > MAX_BYTES) {
      throw new LoadException(
          String.format(
              Locale.ROOT,
              "%s: %d MB are more than the %d MB that one document may have; split it",
              name,
              bytes.length / MEGABYTE,
              MAX_BYTES / MEGABYTE));
    }
    Optional<Signature> binary = Signature.of(bytes);
    if (binary.isPresent()) {
      throw new LoadException(
          name
              + ": this is "
              + binary.get().description()
              + ", not a text; convert it to text first");
    }
    Decoded decoded = new Decoder(name, bytes).decode(request.encoding());
    if (decoded.text().isBlank()) {
      throw new LoadException(name + ": the input holds nothing but white space");
    }
    return document(name, bytes, decoded.text(), decoded.encoding(), markdown);
  }

  /** The document of a text and the bytes it came from. */
  public static SourceDocument document(
      String name, byte[] bytes, String text, String encoding, boolean markdown) {
    return new SourceDocument(
        name, sha256(bytes), encoding, text, new LineStructure(text, markdown).lines());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
