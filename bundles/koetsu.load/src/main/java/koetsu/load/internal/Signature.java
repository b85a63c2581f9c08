package koetsu.load.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first bytes by which a binary format names itself. */
public enum Signature {
  PDF("a PDF file", "%PDF-"),
  ZIP("a ZIP archive or an Office document (docx, xlsx, pptx)", "PK\u0003\u0004"),
  OLE("an old Office document (doc, xls, ppt)", "\u00D0\u00CF\u0011\u00E0"),
  RTF("an RTF document", "{\\rtf"),
  PNG("a PNG image", "\u0089PNG"),
  JPEG("a JPEG image", "\u00FF\u00D8\u00FF"),
  GIF("a GIF image", "GIF8"),
  TIFF("a TIFF image", "II*\0"),
  GZIP("a gzip archive", "\u001F\u008B"),
  SEVEN_ZIP("a 7-Zip archive", "7z\u00BC\u00AF"),
  SQLITE("an SQLite database", "SQLite format 3"),
  ELF("a program", "\u007FELF"),
  JAVA_CLASS("a Java class", "\u00CA\u00FE\u00BA\u00BE");

  private final String description;
  private final byte[] first;

  Signature(String description, String first) {
    this.description = description;
    this.first = first.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the format is, for a message. */
  String description() {
    return description;
  }

  /** The format these bytes begin with, empty for what may be text. */
  public static Optional<Signature> of(byte[] bytes) {
    for (Signature signature : values()) {
      if (startsWith(bytes, signature.first)) {
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }

  static boolean startsWith(byte[] bytes, byte[] prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
