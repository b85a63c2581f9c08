package koetsu.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import koetsu.api.document.SourceDocument;

/**
 * What a records file says about the source it speaks of.
 *
 * @param name file name with its extension, without folders
 * @param sha256 lower-case hexadecimal digest of the source's bytes
 * @param length of the decoded text in code points
 * @param encoding IANA name; {@code UTF-8} where the file does not say
 * @param extra keys of a file that this version does not know, kept for the round trip
 */
public record DocumentInfo(
    String name, String sha256, int length, String encoding, Map<String, Object> extra) {
  private static final Set<String> KEYS = Set.of("name", "sha256", "length", "encoding");

  public DocumentInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(encoding);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** What a file about this document says. */
  public static DocumentInfo of(SourceDocument document) {
    return of(document, Map.of());
  }

  /** The same with keys that this version does not know. */
  public static DocumentInfo of(SourceDocument document, Map<String, Object> extra) {
    return new DocumentInfo(
        document.name(), document.sha256(), document.length(), document.encoding(), extra);
  }

  /** Reads the {@code document} object of a line. */
  public static DocumentInfo of(Node json) throws FormatException {
    return new DocumentInfo(
        json.get("name").string(),
        json.get("sha256").string(),
        json.get("length").integer(),
        json.get("encoding").string("UTF-8"),
        json.except(KEYS));
  }

  /**
   * What keeps this from being about a source.
   *
   * @return one sentence each; empty where it is the same edition
   */
  public List<String> verify(SourceDocument source) {
    List<String> faults = new ArrayList<>();
    if (!sha256.equals(source.sha256())) {
      faults.add(
          "speaks of another edition of "
              + name
              + " (sha256 "
              + sha256
              + ", the source has "
              + source.sha256()
              + ")");
    }
    if (length != source.length()) {
      faults.add("says that the source has " + length + " code points; it has " + source.length());
    }
    return faults;
  }

  /** The {@code document} object of a line, keys in the contract's order. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("sha256", sha256);
    json.put("length", (long) length);
    if (!encoding.equals("UTF-8")) {
      json.put("encoding", encoding);
    }
    extra.forEach(json::putIfAbsent);
    return json;
  }
}
